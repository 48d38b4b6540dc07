using System.Collections.Immutable;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Availability;

/// <summary>HCS3004 and HCS3005: the constants that Xen takes, and through which operation.</summary>
public sealed class ArgumentTests
{
    private const string Map = "return MemoryOp.AddToPhysmap(DomId.Self, 0, ";
    private const string Batch = "int err = 0; return MemoryOp.AddToPhysmapBatch(DomId.Self, ";
    private const string Grant = "return GrantTableOp.MapGrantRef(default, ";
    private const string GrantEnd = ", default, DomId.Self, out GrantStatus status, out _, out _).IsSuccess && status == GrantStatus.Okay;";

    [Theory]
    [InlineData(Map + "MapSpace.SharedInfo, {|HCS3004:1|}, gfn).IsSuccess;")]
    [InlineData(Map + "space: MapSpace.SharedInfo, gpfn: gfn, idx: {|HCS3004:new XenULong(1)|}).IsSuccess;")]
    [InlineData("const MapSpace Space = MapSpace.SharedInfo; MapSpace space = MapSpace.SharedInfo; " + Map + "space, {|HCS3004:1|}, gfn).IsSuccess && Space == space;")]
    [InlineData("ulong index = 2; " + Map + "MapSpace.SharedInfo, {|HCS3004:index|}, gfn).IsSuccess;")]
    [InlineData(Map + "MapSpace.GrantTable, {|HCS3004:0x80000000|}, gfn).IsSuccess;")]
    [InlineData(Map + "MapSpace.GrantTable, {|HCS3004:0x100000005|}, gfn).IsSuccess;")]
    [InlineData(Map + "MapSpace.SharedInfo, {|HCS3004:(ulong)1|}, gfn).IsSuccess;")]
    [InlineData(Map + "{|HCS3005:MapSpace.GmfnForeign|}, 1, gfn).IsSuccess;")]
    [InlineData(Batch + "MapSpace.GmfnForeign, 1, {|HCS3004:new DomId(ReservedDomIds.Self)|}, null, gfns, &err).IsSuccess && err == 0;")]
    [InlineData("return MemoryOp.DecreaseReservation(gfns, {|HCS3004:0x4000000|}, 0, default, DomId.Self).IsAll(0x4000000);")]
    [InlineData("return MemoryOp.PopulatePhysmap(gfns, {|HCS3004:ulong.MaxValue|}, 0, default, DomId.Self).IsAll(number);")]
    [InlineData("return MemoryOp.ClaimPages(null, number, {|HCS3004:9|}, default, DomId.Self).IsSuccess;")]
    [InlineData(Grant + "{|HCS3004:GrantMapFlags.HostMap | GrantMapFlags.DeviceMap|}" + GrantEnd)]
    [InlineData(Grant + "{|HCS3004:GrantMapFlags.ReadOnly|}" + GrantEnd)]
    [InlineData(Grant + "{|HCS3004:default|}" + GrantEnd)]
    public Task What_Xen_does_not_take_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Map + "MapSpace.SharedInfo, 0, gfn).IsSuccess;")]
    [InlineData(Map + "MapSpace.SharedInfo, number, gfn).IsSuccess;")]
    [InlineData(Map + "condition ? MapSpace.SharedInfo : MapSpace.GrantTable, 1, gfn).IsSuccess;")]
    [InlineData("MapSpace space = MapSpace.SharedInfo; space = MapSpace.GrantTable; " + Map + "space, 1, gfn).IsSuccess;")]
    [InlineData(Map + "MapSpace.GrantTable, 0x7FFFFFFF, gfn).IsSuccess;")]
    [InlineData(Map + "MapSpace.GrantTable, 1, gfn).IsSuccess;")]
    [InlineData(Batch + "MapSpace.GmfnForeign, 1, new DomId(3), null, gfns, &err).IsSuccess && err == 0;")]
    [InlineData(Batch + "MapSpace.GmfnForeign, 1, new DomId(ReservedDomIds.Xen), null, gfns, &err).IsSuccess && err == 0;")]
    [InlineData(Batch + "MapSpace.GrantTable, 1, new DomId(ReservedDomIds.Self), null, gfns, &err).IsSuccess && err == 0;")]
    [InlineData("return MemoryOp.DecreaseReservation(gfns, 0x3FFFFFF, 0, default, DomId.Self).IsAll(0x3FFFFFF);")]
    [InlineData("return MemoryOp.ClaimPages(null, number, 0, default, DomId.Self).IsSuccess;")]
    [InlineData(Grant + "GrantMapFlags.HostMap" + GrantEnd)]
    [InlineData(Grant + "GrantMapFlags.HostMap | GrantMapFlags.ReadOnly" + GrantEnd)]
    [InlineData(Grant + "(GrantMapFlags)number" + GrantEnd)]
    public Task What_Xen_takes_or_may_take_is_not(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("x86_64", "pv", Grant + "GrantMapFlags.HostMap | GrantMapFlags.DeviceMap" + GrantEnd)]
    [InlineData("x86_64", "pvh", Grant + "{|HCS3004:GrantMapFlags.HostMap | GrantMapFlags.DeviceMap|}" + GrantEnd)]
    [InlineData("x86_64", "pvh", Map + "MapSpace.GrantTable, 0x80000000, gfn).IsSuccess;")]
    [InlineData("arm64", "arm-domU", "return MemoryOp.PopulatePhysmap(gfns, 1, {|HCS3004:11|}, default, DomId.Self).IsAll(1);")]
    [InlineData("arm64", "arm-domU", "return MemoryOp.PopulatePhysmap(gfns, 1, 9, default, DomId.Self).IsAll(1);")]
    [InlineData("arm64", "arm-dom0", "return MemoryOp.DecreaseReservation(gfns, 1, 18, default, DomId.Self).IsAll(1);")]
    [InlineData("arm64", "arm-dom0", "return MemoryOp.DecreaseReservation(gfns, 1, {|HCS3004:19|}, default, DomId.Self).IsAll(1);")]
    [InlineData("x86_64", "hvm", "return MemoryOp.DecreaseReservation(gfns, 1, {|HCS3004:13|}, default, DomId.Self).IsAll(1);")]
    [InlineData("x86_64", "pvh", "return MemoryOp.IncreaseReservation(gfns, 1, 13, default, DomId.Self).IsAll(1);")]
    [InlineData("x86_64", "", "return MemoryOp.PopulatePhysmap(gfns, 1, 30, default, DomId.Self).IsAll(1);")]
    [InlineData("x86_64", "pvh", Map + "MapSpace.GmfnRange, 1, gfn).IsSuccess;")]
    [InlineData("x86_64", "pvh", Batch + "{|HCS3005:MapSpace.GmfnRange|}, 1, default, null, gfns, &err).IsSuccess && err == 0;")]
    public Task ABI_and_guest_count(string abi, string guest, string statements) =>
        XenGuest.Statements(statements, ("HypercallAbi", abi), ("HypercallGuest", guest));

    [Fact]
    public Task Another_hypervisor_says_what_it_takes() => XenGuest.File(
        """
        public enum ToySpace : uint { [AcceptedBy("TOY_map")] Own, [Accepts("count", 2, 4), Accepts("count", 8, 8)] Some, All }
        [Hypercall(60, "toy_op")]
        public partial interface IToyOp
        {
            [HypercallOp(1, "TOY_map", Struct = "toy_map")] XenResult Map(ToySpace space, [Accepts(0, 9)] uint count);
            [HypercallOp(2, "TOY_unmap")] XenResult Unmap(ToySpace space);
        }
        static class Guest
        {
            static bool Good() => ToyOp.Map(ToySpace.Own, 9).IsSuccess && ToyOp.Map(ToySpace.Some, 8).IsSuccess && ToyOp.Unmap(ToySpace.Some).IsSuccess;
            static bool Bad() => ToyOp.Map(ToySpace.All, {|HCS3004:10|}).IsSuccess && ToyOp.Map(ToySpace.Some, {|HCS3004:5|}).IsSuccess
                && ToyOp.Unmap({|HCS3005:ToySpace.Own|}).IsSuccess;
        }
        """);

    [Theory]
    [InlineData("MapSpace.SharedInfo, 1", "1 is no 'idx' that XENMEM_add_to_physmap takes with XENMAPSPACE_shared_info: that is 0. Xen answers -EINVAL.")]
    [InlineData("MapSpace.GmfnForeign, 1", "XENMAPSPACE_gmfn_foreign works through XENMEM_add_to_physmap_batch only. In XENMEM_add_to_physmap, Xen answers -ENOSYS.")]
    public async Task A_message_says_what_Xen_does(string arguments, string message)
    {
        ImmutableArray<Diagnostic> found = await XenGuest.Diagnostics(
            $$"""
            using HypercallSdk;
            using HypercallSdk.Xen;
            static class Guest { static bool Run(Gfn gfn) => MemoryOp.AddToPhysmap(DomId.Self, 0, {{arguments}}, gfn).IsSuccess; }
            """);

        Assert.Equal(message, Assert.Single(found).GetMessage(null));
    }
}
