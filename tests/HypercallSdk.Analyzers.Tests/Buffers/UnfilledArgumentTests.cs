using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6004: what a hypercall reads was written.</summary>
public sealed class UnfilledArgumentTests
{
    private const string Unmap = "GrantTableOp.GnttabUnmapGrantRef";
    private const string Record = Unmap + " op; ";
    private const string List = Unmap + "* ops = stackalloc " + Unmap + "[4]; ";
    private const string All = "op.host_addr = where; op.handle = handle; op.dev_bus_addr = 0; ";

    [Theory]
    [InlineData("Unsafe.SkipInit(out " + Unmap + " op); op.host_addr = where; op.handle = handle; return GrantTableOp.UnmapGrantRef({|HCS6004:&op|}, 1);")]
    [InlineData(Record + "Unsafe.SkipInit(out op); return GrantTableOp.UnmapGrantRef({|HCS6004:&op|}, 1);")]
    [InlineData(Unmap + "* ops = (" + Unmap + "*)NativeMemory.Alloc(96); ops[0].handle = handle; ops->host_addr = where; return GrantTableOp.UnmapGrantRef({|HCS6004:ops|}, 4);")]
    [InlineData("VcpuRegisterVcpuInfo* info = (VcpuRegisterVcpuInfo*)Marshal.AllocHGlobal(16); info->mfn = frame; return VcpuOp.RegisterVcpuInfo(0, {|HCS6004:info|});")]
    public Task What_is_never_written_is_reported(string statements) => Check(statements, string.Empty);

    [Theory]
    [InlineData(Record + "op.host_addr = where; return GrantTableOp.UnmapGrantRef({|HCS6004:&op|}, 1);")]
    [InlineData(List + "for (int i = 0; i < 4; i++) { ops[i].host_addr = where; ops[i].handle = handle; } return GrantTableOp.UnmapGrantRef({|HCS6004:ops|}, 4);")]
    [InlineData("XenULong* frames = stackalloc XenULong[4]; int* errs = stackalloc int[4]; return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.Gmfn, 4, default, {|HCS6004:frames|}, gfns, errs);")]
    [InlineData("ToyPlace place; place.frame = frame; place.offset = 0; return ToyOp.Put({|HCS6004:&place|});")]
    [InlineData("GrantTableOp.GnttabGetVersion op; op.dom = DomId.Self; return GrantTableOp.GetVersion({|HCS6004:&op|}, 1);")]
    public Task Locals_that_are_not_zeroed_are_no_better(string statements) => Check(statements, "[SkipLocalsInit]");

    [Theory]
    [InlineData(Record + All + "return GrantTableOp.UnmapGrantRef(&op, 1);")]
    [InlineData(Unmap + " op = default; op.handle = handle; return GrantTableOp.UnmapGrantRef(&op, 1);")]
    [InlineData(Unmap + " op = new() { host_addr = where, handle = handle }; return GrantTableOp.UnmapGrantRef(&op, 1);")]
    [InlineData(Record + "op = default; op.handle = handle; return GrantTableOp.UnmapGrantRef(&op, 1);")]
    [InlineData(List + "for (int i = 0; i < 4; i++) { ops[i] = new() { host_addr = where, handle = handle }; } return GrantTableOp.UnmapGrantRef(ops, 4);")]
    [InlineData(List + "new Span<" + Unmap + ">(ops, 4).Clear(); ops[0].handle = handle; return GrantTableOp.UnmapGrantRef(ops, 4);")]
    [InlineData(List + "Fill(ops); return GrantTableOp.UnmapGrantRef(ops, 4);")]
    [InlineData(Record + "Fill(&op); return GrantTableOp.UnmapGrantRef(&op, 1);")]
    [InlineData(List + "for (" + Unmap + "* op = ops; op < ops + 4; op++) { op->handle = handle; } return GrantTableOp.UnmapGrantRef(ops, 4);")]
    [InlineData("VcpuRegisterVcpuInfo info = new() { mfn = frame }; return VcpuOp.RegisterVcpuInfo(0, &info);")]
    [InlineData("GrantTableOp.GnttabGetVersion op = default; op.dom = DomId.Self; return GrantTableOp.GetVersion(&op, 1);")]
    [InlineData("XenULong* frames = stackalloc XenULong[4]; int* errs = stackalloc int[4]; for (uint i = 0; i < 4; i++) { frames[i] = i; } return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.Gmfn, 4, default, frames, gfns, errs);")]
    [InlineData("ToyPlace place = default; place.frame = frame; place.offset = 0; return ToyOp.Put(&place);")]
    [InlineData("ExtraVersion text; return XenVersion.Extraversion(&text);")]
    [InlineData("GrantTableOp.GnttabQuerySize op; op.dom = DomId.Self; return GrantTableOp.QuerySize(&op, 1);")]
    public Task What_is_written_is_not(string statements) => Check(statements, "[SkipLocalsInit]");

    [Theory]
    [InlineData(Record + "op.host_addr = where; return GrantTableOp.UnmapGrantRef(&op, 1);")]
    [InlineData(List + "ops[0].handle = handle; return GrantTableOp.UnmapGrantRef(ops, 4);")]
    [InlineData(Unmap + "* ops = (" + Unmap + "*)NativeMemory.AllocZeroed(96); ops[0].handle = handle; return GrantTableOp.UnmapGrantRef(ops, 4);")]
    [InlineData("VcpuRegisterVcpuInfo info; info.mfn = frame; return VcpuOp.RegisterVcpuInfo(0, &info);")]
    public Task Locals_are_zeroed_otherwise(string statements) => Check(statements, string.Empty);

    private static Task Check(string statements, string mark) => XenGuest.File(
        $$"""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        #pragma warning disable HCS3002, HCS4005 // what is judged here is not whether it works
        [HypercallStruct("toy_place", Size = 16)] partial struct ToyPlace { static partial void Fields(Gfn64 frame, uint offset, [MustBeZero] uint rsvd); }
        [Hypercall(60, "toy_op")] unsafe partial interface IToyOp { [HypercallOp(1, "TOY_put")] XenResult Put([Const] ToyPlace* place); }
        static unsafe class Guest
        {
            static void Fill({{Unmap}}* ops) { }
            {{mark}} static XenResult Run(GuestPhysicalAddress where, GrantHandle handle, Gfn64 frame, Gfn* gfns) { {{statements}} }
        }
        """);
}
