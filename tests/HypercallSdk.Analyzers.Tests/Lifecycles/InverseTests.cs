using System.Threading.Tasks;
using Xunit;
using static HypercallSdk.Analyzers.Tests.Lifecycles.Calls;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>HCS5003, HCS5004 and HCS5005: how a mapping is undone.</summary>
public sealed class InverseTests
{
    private const string MapForDevices =
        "XenResult mapped = GrantTableOp.MapGrantRef(gfn.Address, GrantMapFlags.HostMap | GrantMapFlags.DeviceMap, new GrantRef(8), new DomId(1), out GrantStatus status, out GrantHandle handle, out ulong bus); if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } ";

    [Theory]
    [InlineData(Map + "_ = handle.Value; return {|HCS5003:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|}.IsSuccess;")]
    [InlineData(Map + "if ({|HCS5003:MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn)|}.IsFailure) { return false; } " + Unmap)]
    [InlineData(Map + "ExtentCount count = {|HCS5003:MemoryOp.DecreaseReservation(&gfn, 1, 0, default, DomId.Self)|}; return count.Value == 1 && handle.Value == 1;")]
    [InlineData(Map + "ExtentCount count = {|HCS5003:MemoryOp.PopulatePhysmap(&gfn, 1, 0, default, DomId.Self)|}; return count.Value == 1 && handle.Value == 1;")]
    [InlineData(Add + "GrantHandle handle = new(7); return {|HCS5003:GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out GrantStatus status)|}.IsSuccess && status == GrantStatus.Okay;")]
    public Task What_is_not_the_inverse_is_reported(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData(Add + "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, gfn).IsSuccess;")]
    [InlineData(Add + Remove + "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, gfn).IsSuccess;")]
    [InlineData(Map + Unmap + "return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn).IsSuccess;")]
    [InlineData(Map + "Gfn other = gfn + 1; if (MemoryOp.RemoveFromPhysmap(DomId.Self, other).IsFailure) { number++; } " + Unmap)]
    [InlineData(Map + Unmap + "ExtentCount count = MemoryOp.PopulatePhysmap(&gfn, 1, 0, default, DomId.Self); return count.Value == 1;")]
    [InlineData("ExtentCount taken = MemoryOp.DecreaseReservation(&gfn, 1, 0, default, DomId.Self); if (taken.Value != 1) { return false; } " + Map + Unmap + "ExtentCount given = MemoryOp.PopulatePhysmap(&gfn, 1, 0, default, DomId.Self); return given.Value == 1;")]
    [InlineData("if (condition) { " + Map + "number = handle.Value; } else { " + Remove + "}")]
    [InlineData(Map + "number = handle.Value; gfn = gfns[1]; return MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess;")]
    [InlineData("XenResult mapped = " + MapGrant + "; if (mapped.IsFailure || status != GrantStatus.Okay) { number = handle.Value; return MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess; } " + Unmap)]
    public Task Whoever_undoes_by_the_inverse_is_not(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData("_ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); _ = {|HCS5004:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|};")]
    [InlineData(Remove + "return {|HCS5004:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|}.IsSuccess;")]
    [InlineData(Add + Remove + "if (condition) { return {|HCS5004:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|}.IsSuccess; }")]
    [InlineData(Map + Unmap + "return {|HCS5004:GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out status)|}.IsSuccess && status == GrantStatus.Okay;")]
    [InlineData(Map + "GrantStatus gone; if (condition) { if (GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out gone).IsFailure || gone != GrantStatus.Okay) { return false; } } else { if (GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out gone).IsFailure || gone != GrantStatus.Okay) { return false; } } return {|HCS5004:GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out gone)|}.IsSuccess && gone == GrantStatus.Okay;")]
    public Task What_is_undone_twice_is_reported(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData(Remove + Add + "return MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess;")]
    [InlineData("XenResult removed = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); if (removed.IsFailure) { return MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess; }")]
    [InlineData("XenResult removed; do { removed = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); } while (removed.Errno == XenErrno.EBUSY);")]
    [InlineData("for (ulong i = 0; i < number; i++) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfns[i]); }")]
    [InlineData("for (ulong i = 0; i < number; i++) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); gfn += 1; }")]
    [InlineData("_ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); gfn += 1; _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn);")]
    [InlineData("_ = MemoryOp.RemoveFromPhysmap(new DomId(1), gfn); _ = MemoryOp.RemoveFromPhysmap(new DomId(2), gfn);")]
    [InlineData("if (condition) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); } _ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn);")]
    [InlineData("foreach (GrantHandle handle in new GrantHandle[3]) { if (GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out GrantStatus status).IsFailure || status != GrantStatus.Okay) { return false; } }")]
    [InlineData("GrantHandle[] handles = new GrantHandle[2]; XenResult first = GrantTableOp.UnmapGrantRef(gfn.Address, 0, handles[0], out GrantStatus status); if (first.IsSuccess && status == GrantStatus.Okay) { return GrantTableOp.UnmapGrantRef(gfn.Address, 0, handles[1], out status).IsSuccess && status == GrantStatus.Okay; }")]
    [InlineData(Map + Unmap + "mapped = GrantTableOp.MapGrantRef(gfn.Address, GrantMapFlags.HostMap, new GrantRef(9), new DomId(1), out status, out handle, out _); if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } return GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out status).IsSuccess && status == GrantStatus.Okay;")]
    public Task What_is_undone_once_or_tried_again_is_not(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData(MapForDevices + "number = bus; return GrantTableOp.UnmapGrantRef(gfn.Address, {|HCS5005:0|}, handle, out status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData(MapForDevices + "return GrantTableOp.UnmapGrantRef({|HCS5005:default|}, bus, handle, out status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantHandle handle = new(3); return GrantTableOp.UnmapGrantRef({|HCS5005:new GuestPhysicalAddress(0)|}, 0, handle, out GrantStatus status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantHandle[] handles = new GrantHandle[2]; return GrantTableOp.UnmapGrantRef({|HCS5005:default|}, 0, handles[0], out GrantStatus status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData(Map + "return GrantTableOp.UnmapGrantRef({|HCS5005:default|}, number, handle, out status).IsSuccess && status == GrantStatus.Okay;")]
    public Task An_address_of_0_that_leaves_something_is_reported(string statements) => LifecycleCheck.Statements(statements, ("HypercallAbi", "x86_64"), ("HypercallGuest", "pv"));

    [Theory]
    [InlineData(MapForDevices + "return GrantTableOp.UnmapGrantRef(gfn.Address, bus, handle, out status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantHandle handle = new(3); return GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out GrantStatus status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantHandle handle = new(3); return GrantTableOp.UnmapGrantRef(default, number, handle, out GrantStatus status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantHandle handle = new(3); return GrantTableOp.UnmapAndReplace(0, 0, handle, out GrantStatus status).IsSuccess && status == GrantStatus.Okay;")]
    [InlineData(Map + Unmap)]
    public Task An_address_of_0_that_leaves_nothing_is_not(string statements) => LifecycleCheck.Statements(statements, ("HypercallAbi", "x86_64"), ("HypercallGuest", "pv"));

}
