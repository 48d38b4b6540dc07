using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6005: a process of a Linux control domain hands on locked memory only.</summary>
public sealed class UnlockedMemoryTests
{
    [Theory]
    [InlineData("byte* text = stackalloc byte[64]; return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)(text)|});")]
    [InlineData("CapabilitiesInfo info; return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)(&info)|});")]
    [InlineData("fixed (byte* text = given) { return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)(text)|}); }")]
    [InlineData("byte* text = (byte*)NativeMemory.AllocZeroed(1024); return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)(text + 8)|});")]
    [InlineData("byte* text = (byte*)Marshal.AllocHGlobal(1024); return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)(text)|});")]
    [InlineData("GCHandle handle = GCHandle.Alloc(given, GCHandleType.Pinned); return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)((byte*)handle.AddrOfPinnedObject())|});")]
    [InlineData("byte[] text = GC.AllocateArray<byte>(64, pinned: true); return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)((byte*)Unsafe.AsPointer(ref text[0]))|});")]
    [InlineData("return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)Unsafe.AsPointer(ref s_info)|});")]
    [InlineData("GCHandle handle = GCHandle.Alloc(given, GCHandleType.Normal); byte* text = (byte*)Marshal.AllocCoTaskMem(1024); return XenVersion.Capabilities({|HCS6005:(CapabilitiesInfo*)text|});")]
    public Task Memory_of_the_process_itself_is_reported(string statements) => Check(statements, "privcmd");

    [Theory]
    [InlineData("return XenVersion.Capabilities((CapabilitiesInfo*)buffer.Pointer);")]
    [InlineData("byte* text = buffer.Pointer + 64; return XenVersion.Capabilities((CapabilitiesInfo*)text);")]
    [InlineData("return XenVersion.Capabilities((CapabilitiesInfo*)raw);")]
    [InlineData("return XenVersion.Capabilities((CapabilitiesInfo*)null);")]
    [InlineData("using HypercallBuffer own = new(raw); return XenVersion.Capabilities((CapabilitiesInfo*)own.Pointer);")]
    [InlineData("XenULong start = default; return XenVersion.PlatformParameters(out start);")]
    public Task Memory_of_a_hypercall_buffer_is_not(string statements) => Check(statements, "privcmd");

    [Theory]
    [InlineData("byte* text = stackalloc byte[64]; return XenVersion.Capabilities((CapabilitiesInfo*)text);")]
    [InlineData("fixed (byte* text = given) { return XenVersion.Capabilities((CapabilitiesInfo*)text); }")]
    public Task A_kernel_may_point_where_it_likes(string statements) => Check(statements, "hook");

    private static Task Check(string statements, string conduit) => XenGuest.File(
        $$"""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        readonly unsafe struct HypercallBuffer(byte* pointer) : IDisposable { public byte* Pointer { get; } = pointer; public void Dispose() { } }
        static unsafe class Guest
        {
            static CapabilitiesInfo s_info;
            static XenResult Run(byte[] given, HypercallBuffer buffer, byte* raw) { {{statements}} }
        }
        """, ("HypercallConduit", conduit), ("HypercallGuest", conduit == "privcmd" ? "linux-dom0" : "arm-domU"));
}
