using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6001: a hypercall gets no address of what the garbage collector may move.</summary>
public sealed class MovedMemoryTests
{
    [Theory]
    [InlineData("byte[] text = new byte[64]; byte* p = (byte*)Unsafe.AsPointer(ref text[0]); return Say({|HCS6001:p|});")]
    [InlineData("byte[] text = new byte[64]; return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref text[0])|});")]
    [InlineData("byte[] text = new byte[64]; return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(text))|});")]
    [InlineData("byte[] text = new byte[64]; return Say({|HCS6001:(byte*)Marshal.UnsafeAddrOfPinnedArrayElement(text, 0)|});")]
    [InlineData("byte[] text = new byte[64]; byte* kept; fixed (byte* p = text) { kept = p; } return Say({|HCS6001:kept|});")]
    [InlineData("byte[] text = new byte[64]; byte* kept; fixed (byte* p = &text[8]) { kept = p + 1; } kept++; return Say({|HCS6001:kept|});")]
    [InlineData("nint kept; fixed (byte* p = given) { kept = (nint)p; } return Say({|HCS6001:(byte*)kept|});")]
    [InlineData("byte* kept = null; foreach (int n in new int[2]) { if (kept != null) { _ = Say({|HCS6001:kept|}); } fixed (byte* p = given) { kept = p; } } return default;")]
    [InlineData("Span<byte> span = new byte[64]; ref byte start = ref span[0]; return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref start)|});")]
    [InlineData("Span<byte> span = given.AsSpan(4); return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in piece[0]))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref box.First)|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref first)|});")]
    [InlineData("byte[] text = GC.AllocateUninitializedArray<byte>(64); return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref text[0])|});")]
    [InlineData("byte* p = condition ? (byte*)Unsafe.AsPointer(ref given[0]) : null; return Say({|HCS6001:p|});")]
    [InlineData("GrantTableOp.GnttabSetupTable op = default; Gfn[] list = new Gfn[1]; op.frame_list = (Gfn*)Unsafe.AsPointer(ref list[0]); return GrantTableOp.SetupTable({|HCS6001:&op|}, 1);")]
    [InlineData("GrantTableOp.GnttabSetupTable* ops = stackalloc GrantTableOp.GnttabSetupTable[2]; fixed (Gfn* list = gfns) { ops[0].frame_list = list; } return GrantTableOp.SetupTable({|HCS6001:ops|}, 2);")]
    [InlineData("XenResult Local() => Say({|HCS6001:(byte*)Unsafe.AsPointer(ref given[0])|}); return Local();")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref Unsafe.Add(ref given[0], 4))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref Unsafe.Subtract(ref given[8], 4))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref given[0], 4))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref Unsafe.As<byte, uint>(ref given[0]))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<byte, uint>(given.AsSpan())))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(gfns.AsSpan())))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(MemoryMarshal.CreateSpan(ref given[0], 4)))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(MemoryMarshal.CreateReadOnlySpan(in given[0], 4)))|});")]
    [InlineData("return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(given.AsSpan().Slice(4)))|});")]
    [InlineData("Span<byte> span = given; return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref span.GetPinnableReference())|});")]
    [InlineData("ReadOnlySpan<byte> span = given; return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in span.GetPinnableReference()))|});")]
    [InlineData("byte[] text = GC.AllocateArray<byte>(64); return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref text[0])|});")]
    [InlineData("byte[] text = GC.AllocateArray<byte>(64, pinned: false); return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref text[0])|});")]
    [InlineData("byte[] text = System.Buffers.ArrayPool<byte>.Shared.Rent(64); return Say({|HCS6001:(byte*)Unsafe.AsPointer(ref text[0])|});")]
    [InlineData("byte* p; p = raw; if (condition) { p = (byte*)Unsafe.AsPointer(ref given[0]); } return Say({|HCS6001:p|});")]
    public Task An_address_that_nothing_pins_is_reported(string statements) => Check(statements);

    [Theory]
    [InlineData("GCHandle handle = GCHandle.Alloc(given); return Say({|HCS6001:(byte*)handle.AddrOfPinnedObject()|});")]
    [InlineData("GCHandle handle = GCHandle.Alloc(given, GCHandleType.Weak); return Say({|HCS6001:(byte*)handle.AddrOfPinnedObject()|});")]
    [InlineData("GCHandle handle = GCHandle.Alloc(given, GCHandleType.Pinned); byte* p = (byte*)handle.AddrOfPinnedObject(); handle.Free(); return Say({|HCS6001:p|});")]
    [InlineData("GCHandle handle = GCHandle.Alloc(given, GCHandleType.Pinned); byte* p = (byte*)handle.AddrOfPinnedObject(); XenResult said = Say(p); handle.Free(); return said;")]
    [InlineData("GCHandle handle = GCHandle.Alloc(given, GCHandleType.Pinned); try { return Say((byte*)handle.AddrOfPinnedObject()); } finally { handle.Free(); }")]
    public Task A_handle_pins_what_it_was_made_to_pin_for_as_long_as_it_lives(string statements) => Check(statements);

    [Theory]
    [InlineData("fixed (byte* p = given) { return Say(p); }")]
    [InlineData("fixed (byte* p = &given[4]) { byte* q = p + 8; return Say(q); }")]
    [InlineData("fixed (byte* p = piece) { return Say(p); }")]
    [InlineData("fixed (byte* p = \"text\"u8) { return Say(p); }")]
    [InlineData("byte* kept; fixed (byte* p = \"text\"u8) { kept = p; } return Say(kept);")]
    [InlineData("byte* kept; fixed (byte* p = &s_byte) { kept = p; } return Say(kept);")]
    [InlineData("byte* kept = stackalloc byte[4]; fixed (byte* p = given) { kept[0] = *p; } return Say(kept);")]
    [InlineData("byte* p = stackalloc byte[64]; return Say(p);")]
    [InlineData("byte one = 1; return Say(&one);")]
    [InlineData("byte one = 1; return Say((byte*)Unsafe.AsPointer(ref one));")]
    [InlineData("Span<byte> span = stackalloc byte[4]; return Say((byte*)Unsafe.AsPointer(ref span[0]));")]
    [InlineData("Span<byte> span = new byte[64]; fixed (byte* p = span) { return Say(p); }")]
    [InlineData("byte[] text = GC.AllocateArray<byte>(64, pinned: true); return Say((byte*)Unsafe.AsPointer(ref text[0]));")]
    [InlineData("byte* p = (byte*)NativeMemory.Alloc(64); return Say(p);")]
    [InlineData("byte* p = Page(); _ = Say(p); return Say(raw);")]
    [InlineData("byte* kept = null; fixed (byte* p = given) { kept = p; _ = Say(kept); } kept = raw; return Say(kept);")]
    [InlineData("fixed (Gfn* list = gfns) { GrantTableOp.GnttabSetupTable op = new() { frame_list = list }; return GrantTableOp.SetupTable(&op, 1); }")]
    [InlineData("fixed (byte* p = given) { byte* q = p; Func<bool> later = () => true; return later() ? Say(q) : default; }")]
    [InlineData("byte* p = (byte*)NativeMemory.AllocZeroed(64); return Say(p);")]
    [InlineData("byte* p = (byte*)NativeMemory.AlignedAlloc(64, 64); return Say(p);")]
    [InlineData("byte* p = (byte*)NativeMemory.Realloc(raw, 64); return Say(p);")]
    [InlineData("byte* p = (byte*)NativeMemory.AlignedRealloc(raw, 64, 64); return Say(p);")]
    [InlineData("byte* p = (byte*)Marshal.AllocHGlobal(64); return Say(p);")]
    [InlineData("byte* p = (byte*)Marshal.AllocCoTaskMem(64); return Say(p);")]
    [InlineData("byte* p = (byte*)Unsafe.AsPointer(ref given[0]); p = raw; return Say(p);")]
    [InlineData("raw = (byte*)Unsafe.AsPointer(ref given[0]); byte* other = stackalloc byte[4]; raw = other; return Say(raw);")]
    [InlineData("Span<byte> span = stackalloc byte[4]; return Say((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span.Slice(1))));")]
    [InlineData("GCHandle handle = GCHandle.Alloc(given, condition ? GCHandleType.Pinned : GCHandleType.Normal); return Say((byte*)handle.AddrOfPinnedObject());")]
    public Task An_address_that_stays_is_not(string statements) => Check(statements);

    [Fact]
    public Task A_class_that_pins_its_own_arrays_may_take_their_addresses() => XenGuest.File(
        """
        sealed unsafe class Line
        {
            private readonly byte[] _text = GC.AllocateArray<byte>(64, pinned: true);
            private byte* First => (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _text[0]);
            public XenResult Say() => XenVersion.Extraversion((ExtraVersion*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _text[0]));
        }
        """);

    private static Task Check(string statements) => XenGuest.File(
        $$"""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using static ToyOp;
        #pragma warning disable HCS4005
        [Hypercall(60, "toy_op")] unsafe partial interface IToyOp { [HypercallOp(1, "TOY_say")] XenResult Say(byte* text); }
        static unsafe class Guest
        {
            static byte s_byte;
            sealed class Box { public byte First; }
            static byte* Page() => null;
            static XenResult Run(byte[] given, ReadOnlySpan<byte> piece, Box box, ref byte first, Gfn[] gfns, byte* raw, bool condition) { {{statements}} }
        }
        """);
}
