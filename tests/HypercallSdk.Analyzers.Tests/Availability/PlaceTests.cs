using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Availability;

/// <summary>HCS3002 and HCS3003: what no release has for such a guest, and what none has at all.</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("arm64", "arm-domU", "{|HCS3002:MapSpace.Gmfn|}")]
    [InlineData("arm64", "arm-dom0", "{|HCS3002:MapSpace.GmfnRange|}")]
    [InlineData("arm64", "arm-domU", "{|HCS3002:MapSpace.DevMmio|}")]
    [InlineData("x86_64", "pvh", "{|HCS3002:MapSpace.DevMmio|}")]
    [InlineData("arm64", "arm-dom0", "MapSpace.DevMmio")]
    [InlineData("x86_64", "pvh", "MapSpace.Gmfn")]
    [InlineData("x86_64", "hvm", "MapSpace.GmfnRange")]
    [InlineData("arm64", "arm-domU", "MapSpace.GrantTable")]
    public Task A_space_counts_by_ABI_and_guest(string abi, string guest, string space) => XenGuest.Statements(
        $"MapSpace space = {space}; return space == MapSpace.SharedInfo;", ("HypercallAbi", abi), ("HypercallGuest", guest));

    [Theory]
    [InlineData("arm64", "arm-domU", "uint pages = 0; return {|HCS3002:MemoryOp.MemoryMap(ref pages, null)|}.IsSuccess;")]
    [InlineData("x86_64", "pv", "return {|HCS3002:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|}.IsSuccess;")]
    [InlineData("x86_64", "pvh", "return {|HCS3002:GrantTableOp.CacheFlush(0, 0, 0, default)|}.IsSuccess;")]
    [InlineData("arm64", "arm-domU", "uint index = {|HCS3002:MapIndex.GrantTableStatus|}; return index == 0;")]
    [InlineData("x86_64", "pvh", "GrantMapFlags flags = GrantMapFlags.HostMap | {|HCS3002:GrantMapFlags.ContainsPte|}; return flags != 0;")]
    [InlineData("arm64", "arm-domU", "if (RunningXen.IsAtLeast(4, 20)) { uint pages = 0; return {|HCS3002:MemoryOp.MemoryMap(ref pages, null)|}.Errno == XenErrno.ENOSYS; }")]
    [InlineData("x86_64", "pvh", "uint pages = 0; return MemoryOp.MemoryMap(ref pages, null).IsSuccess;")]
    [InlineData("x86_64", "pvh", "return MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess;")]
    [InlineData("arm64", "arm-domU", "return GrantTableOp.CacheFlush(0, 0, 0, default).IsSuccess;")]
    [InlineData("x86_64", "pvh", "uint index = MapIndex.GrantTableStatus; return index == 0;")]
    [InlineData("x86_64", "pv", "GrantMapFlags flags = GrantMapFlags.HostMap | GrantMapFlags.ContainsPte; return flags != 0;")]
    [InlineData("arm64", "", "return MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess;")]
    public Task An_operation_counts_by_ABI_and_guest(string abi, string guest, string statements) =>
        XenGuest.Statements(statements, ("HypercallAbi", abi), ("HypercallGuest", guest));

    [Theory]
    [InlineData("return {|HCS3003:MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region)|}.IsSuccess;")]
    [InlineData("XenResult asked = {|HCS3003:MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region)|}; if (asked.IsFailure) { return false; }")]
    [InlineData("if (RunningXen.IsAtLeast(4, 22)) { return {|HCS3003:MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region)|}.IsSuccess; }")]
    [InlineData("XenResult asked = MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region); return asked.IsSuccess || asked.Errno is XenErrno.ENOSYS or XenErrno.EOPNOTSUPP;")]
    [InlineData("XenResult asked = MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region); return asked.IsSuccess || (asked.Errno == XenErrno.ENOSYS && condition);")]
    [InlineData("return MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, &region).Errno switch { XenErrno.None => true, XenErrno.ENOSYS => false, _ => condition };")]
    public Task A_proposal_needs_a_way_on(string statements) => XenGuest.Statements($"UnallocatedRegion region; uint count = 1; {statements}");

    [Fact]
    public Task Another_hypervisor_s_operations_have_availabilities_too() => XenGuest.File(
        """
        [Hypercall("toy")]
        public partial interface IToy
        {
            [HypercallOp(1, "TOY_old")] long Old();
            [HypercallOp(2, "TOY_new"), Availability(Since = "5.1")] long New();
            [HypercallOp(3, "TOY_intel"), Availability(Abis = HypercallAbis.X86)] long Intel();
        }
        static class Guest
        {
            [AvailabilityGuard] static bool Is(int major, int minor) => Toy.Old() >= (major << 16) + minor;
            static long Run() => {|HCS3001:Toy.New()|} + {|HCS3002:Toy.Intel()|} + (Is(5, 1) ? Toy.New() : Toy.Old());
        }
        """);
}
