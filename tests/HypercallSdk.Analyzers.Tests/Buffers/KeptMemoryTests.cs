using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6002: what Xen goes on using outlives the method that names it.</summary>
public sealed class KeptMemoryTests
{
    private const string Area = "VcpuRegisterRunstateMemoryArea area = default; ";
    private const string Register = "VcpuOp.RegisterRunstateMemoryArea(0, &area).IsSuccess;";
    private const string Marked = "VcpuOp.RegisterRunstateMemoryArea(0, {|HCS6002:&area|}).IsSuccess;";

    [Theory]
    [InlineData(Area + "VcpuRunstateInfo info; area.addr.h = &info; return " + Marked)]
    [InlineData(Area + "VcpuRunstateInfo* info = stackalloc VcpuRunstateInfo[1]; area.addr.h = info; return " + Marked)]
    [InlineData(Area + "fixed (VcpuRunstateInfo* info = s_infos) { area.addr.h = info; return " + Marked + " }")]
    [InlineData(Area + "VcpuRunstateInfo info; VcpuRunstateInfo* p = condition ? &info : s_info; area.addr.v = p; return " + Marked)]
    [InlineData("VcpuInfo info; VcpuRegisterVcpuInfo where = default; where.mfn = FrameOf(&info); return VcpuOp.RegisterVcpuInfo(0, {|HCS6002:&where|}).IsSuccess;")]
    [InlineData("VcpuInfo info; VcpuRegisterVcpuInfo where = new() { mfn = Unproven((ulong)&info >> 12) }; return VcpuOp.RegisterVcpuInfo(0, {|HCS6002:&where|}).IsSuccess;")]
    [InlineData("byte* page = stackalloc byte[4096]; return EventChannelOp.ExpandArray({|HCS6002:FrameOf(page)|}).IsSuccess;")]
    [InlineData("EventChannelControlBlock block; ulong address = (ulong)&block; return EventChannelOp.InitControl({|HCS6002:Unproven(address / 4096)|}, 0, 0, out _).IsSuccess;")]
    [InlineData("byte* ring = stackalloc byte[4096]; Gfn64* frames = stackalloc Gfn64[1]; frames[0] = FrameOf(ring); ArgoRegisterRing of = default; return ArgoOp.RegisterRing(&of, {|HCS6002:frames|}, 1, default).IsSuccess;")]
    public Task What_ends_with_its_method_is_reported(string statements) => Check(statements);

    [Theory]
    [InlineData(Area + "area.addr.h = s_info; return " + Register)]
    [InlineData(Area + "area.addr.h = given; return " + Register)]
    [InlineData(Area + "area.addr.h = null; return " + Register)]
    [InlineData(Area + "fixed (VcpuRunstateInfo* info = &s_own) { area.addr.h = info; return " + Register + " }")]
    [InlineData(Area + "VcpuRunstateInfo info; area.addr.h = &info; area = default; return " + Register)]
    [InlineData(Area + "VcpuRunstateInfo info; area.addr.h = &info; _ = " + Register + " while (true) { }")]
    [InlineData("return VcpuOp.GetRunstateInfo(0, out VcpuRunstateInfo info).IsSuccess;", true)]
    [InlineData("VcpuRegisterVcpuInfo where = default; where.mfn = FrameOf(given); where.offset = 64; return VcpuOp.RegisterVcpuInfo(0, &where).IsSuccess;")]
    [InlineData("Gfn64* frames = stackalloc Gfn64[1]; frames[0] = FrameOf(given); ArgoRegisterRing of = default; return ArgoOp.RegisterRing(&of, frames, 1, default).IsSuccess;")]
    [InlineData("return EventChannelOp.ExpandArray(FrameOf(given)).IsSuccess;")]
    [InlineData("byte size = 0; byte* page = Allocate(&size); return EventChannelOp.ExpandArray(FrameOf(page)).IsSuccess;")]
    [InlineData("Gfn64 frame; Find(&frame); return EventChannelOp.ExpandArray(frame).IsSuccess;")]
    public Task What_lasts_is_not(string statements, bool isOfX86 = false) => Check(statements, isOfX86);

    private static Task Check(string statements, bool isOfX86 = false) => XenGuest.File(
        $$"""
        static unsafe class Guest
        {
            static readonly VcpuRunstateInfo[] s_infos = new VcpuRunstateInfo[4];
            static VcpuRunstateInfo s_own;
            static VcpuRunstateInfo* s_info;
            static Gfn64 FrameOf(void* memory) => default;
            static Gfn64 Unproven(ulong frame) => default;
            static byte* Allocate(byte* size) => null;
            static void Find(Gfn64* frame) { }
            static bool Run(bool condition, VcpuRunstateInfo* given) { {{statements}} }
        }
        """, ("HypercallAbi", isOfX86 ? "x86_64" : "arm64"), ("HypercallGuest", isOfX86 ? "pvh" : "arm-domU"));
}
