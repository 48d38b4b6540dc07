using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6007: what a field keeps for a later hypercall is still there then.</summary>
public sealed class StoredAddressTests
{
    private const string Direct = "return XenVersion.Capabilities((CapabilitiesInfo*)_text);";
    private const string InRecord = "VcpuRegisterRunstateMemoryArea area = default; area.addr.h = (VcpuRunstateInfo*)_text; return VcpuOp.RegisterRunstateMemoryArea(0, &area);";

    [Theory]
    [InlineData("byte* text = stackalloc byte[1024]; _text = {|HCS6007:text|};", Direct)]
    [InlineData("byte* text = stackalloc byte[1024]; this._text = {|HCS6007:text + 8|};", Direct)]
    [InlineData("byte one = 0; _text = {|HCS6007:&one|};", Direct)]
    [InlineData("fixed (byte* first = given) { _text = {|HCS6007:first|}; }", Direct)]
    [InlineData("fixed (byte* first = given) { _text = {|HCS6007:first|}; }", InRecord)]
    [InlineData("byte* text = stackalloc byte[1024]; _text = {|HCS6007:text|};", "return XenVersion.Capabilities((CapabilitiesInfo*)(this._text + 16));")]
    [InlineData("_text = null; fixed (byte* first = given) { _text = {|HCS6007:first|}; }", Direct)]
    public Task What_has_ended_by_then_is_reported(string keep, string use) => Check(keep, use);

    [Theory]
    [InlineData("_text = raw;", Direct)]
    [InlineData("_text = (byte*)System.Runtime.InteropServices.NativeMemory.AllocZeroed(1024);", Direct)]
    [InlineData("fixed (byte* own = &s_own) { _text = own; }", Direct)]
    [InlineData("fixed (byte* first = given) { _text = first; _ = Use(); _text = null; }", Direct)]
    [InlineData("byte* text = stackalloc byte[1024]; _text = text; while (true) { }", Direct)]
    [InlineData("byte* text = stackalloc byte[1024]; _text = text;", "return default;")]
    [InlineData("byte* text = stackalloc byte[1024]; _text = text;", "byte* text = _text; if (text == null) { } return default;")]
    [InlineData("byte* text = stackalloc byte[1024]; _text = text;", "Look(_text); return default;")]
    [InlineData("byte* text = stackalloc byte[1024]; _other = text;", Direct)]
    [InlineData("byte* text = stackalloc byte[1024]; _text = text; _ = XenVersion.Capabilities((CapabilitiesInfo*)_text);", "return default;")]
    [InlineData("fixed (byte* first = _pinned) { _text = first; }", Direct, "private readonly byte[] _pinned = GC.AllocateArray<byte>(1024, pinned: true);")]
    public Task What_lasts_or_is_not_given_to_Xen_is_not(string keep, string use, string member = "") => Check(keep, use, member);

    private static Task Check(string keep, string use, string member = "") => XenGuest.File(
        $$"""
        public unsafe class Guest
        {
            private static byte s_own;
            private byte* _text;
            private byte* _other;
            {{member}}
            private static void Look(byte* text) { }
            public void Keep(byte[] given, byte* raw) { {{keep}} }
            public XenResult Use() { {{use}} }
        }
        """);
}
