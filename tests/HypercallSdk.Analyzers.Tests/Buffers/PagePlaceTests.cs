using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6003: what has to be in one page is.</summary>
public sealed class PagePlaceTests
{
    private const string Register = "VcpuOp.RegisterVcpuInfo(0, &where).IsSuccess;";
    private const string Where = "VcpuRegisterVcpuInfo where = default; where.mfn = frame; ";

    /// <summary>The struct has 48 bytes on Arm.</summary>
    [Theory]
    [InlineData(Where + "where.offset = {|HCS6003:4056|}; return " + Register)]
    [InlineData(Where + "where.offset = {|HCS6003:4096|}; return " + Register)]
    [InlineData(Where + "where.offset = {|HCS6003:4|}; return " + Register)]
    [InlineData(Where + "where.offset = {|HCS6003:4096 - 40|}; return " + Register)]
    [InlineData("VcpuRegisterVcpuInfo where = new() { mfn = frame, offset = {|HCS6003:4090|} }; return " + Register)]
    [InlineData(Where + "VcpuRegisterVcpuInfo* p = &where; p->offset = {|HCS6003:4060|}; return VcpuOp.RegisterVcpuInfo(0, p).IsSuccess;")]
    [InlineData("const uint Last = 4088; return EventChannelOp.InitControl(frame, {|HCS6003:Last|}, 0, out _).IsSuccess;")]
    [InlineData("return EventChannelOp.InitControl(frame, {|HCS6003:12|}, 0, out _).IsSuccess;")]
    [InlineData("return EventChannelOp.InitControl(frame, {|HCS6003:4032|}, 0, out _).IsSuccess;")]
    [InlineData("return EventChannelOp.InitControl(frame, {|HCS6003:4|}, 0, out _).IsSuccess;")]
    [InlineData("VcpuInfo info; " + Where + "where.offset = {|HCS6003:(uint)((ulong)&info & 0xFFF)|}; return " + Register)]
    [InlineData("fixed (VcpuInfo* info = &s_info) { " + Where + "where.offset = {|HCS6003:(uint)((nuint)info % 4096)|}; return " + Register + " }")]
    [InlineData("fixed (VcpuInfo* info = &s_infos[1]) { " + Where + "ulong address = (ulong)info; uint offset = (uint)(address & 0xFFFUL); where.offset = {|HCS6003:offset|}; return " + Register + " }")]
    public Task What_crosses_its_page_is_reported(string statements) => Check(statements);

    [Theory]
    [InlineData(Where + "where.offset = 0; return " + Register)]
    [InlineData(Where + "where.offset = 4048; return " + Register)]
    [InlineData(Where + "where.offset = 4096 - VcpuInfo.SizeInBytes; return " + Register)]
    [InlineData(Where + "return " + Register)]
    [InlineData(Where + "where.offset = number; return " + Register)]
    [InlineData(Where + "where.offset = number * 64; return " + Register)]
    [InlineData(Where + "where.offset = (uint)((ulong)given & 0xFFF); return " + Register)]
    [InlineData("VcpuRegisterVcpuInfo other = default; other.offset = 4095; " + Where + "return " + Register)]
    [InlineData("fixed (VcpuInfo* info = &s_info) { uint offset = (uint)((nuint)info % 4096); if (offset > 4096 - VcpuInfo.SizeInBytes) { return false; } " + Where + "where.offset = offset; return " + Register + " }")]
    [InlineData("byte* raw = stackalloc byte[8192]; byte* page = (byte*)(((nuint)raw + 4095) & ~(nuint)4095); " + Where + "where.offset = (uint)((nuint)page & 0xFFF); return VcpuOp.RegisterVcpuInfo(0, &where).IsSuccess && raw != null;")]
    [InlineData("return EventChannelOp.InitControl(frame, 4024, 0, out _).IsSuccess;")]
    [InlineData("return EventChannelOp.InitControl(frame, (uint)EventChannelControlBlock.SizeInBytes * 8, 0, out _).IsSuccess;")]
    public Task What_stays_in_it_is_not(string statements) => Check(statements);

    private static Task Check(string statements) => XenGuest.File(
        $$"""
        static unsafe class Guest
        {
            static VcpuInfo s_info;
            static readonly VcpuInfo[] s_infos = new VcpuInfo[8];
            static bool Run(Gfn64 frame, uint number, VcpuInfo* given) { {{statements}} }
        }
        """);
}
