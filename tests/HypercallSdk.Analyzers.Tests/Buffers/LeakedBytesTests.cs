using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6008: what goes to others is written to its last byte.</summary>
public sealed class LeakedBytesTests
{
    private const string Fill = "response.id = 1; response.operation = 2; response.status = -1; ";
    private const string Local = "Response response; " + Fill;

    [Theory]
    [InlineData(Local + "{|HCS6008:*page = response|};")]
    [InlineData(Local + "{|HCS6008:page[number] = response|};")]
    [InlineData(Local + "{|HCS6008:*(page + 1) = response|};")]
    [InlineData(Local + "{|HCS6008:ring->last = response|};")]
    [InlineData(Local + "{|HCS6008:*(Response*)raw = response|};")]
    [InlineData(Local + "{|HCS6008:*s_page = response|};")]
    [InlineData(Local + "{|HCS6008:*Next() = response|};")]
    [InlineData(Local + "Response* next = Next(); {|HCS6008:*next = response|};")]
    [InlineData(Local + "Response other = default; Response* own = number > 1 ? &other : page; own = page; {|HCS6008:*own = response|};")]
    [InlineData(Local + "Response* sum = page + 2; {|HCS6008:*(sum + 1) = response|};")]
    [InlineData(Local + "{|HCS6008:Unsafe.Write(raw, response)|};")]
    [InlineData(Local + "{|HCS6008:Buffer.MemoryCopy(&response, raw, 16, sizeof(Response))|};")]
    [InlineData(Local + "{|HCS6008:NativeMemory.Copy(&response, raw, 16)|};")]
    [InlineData(Local + "{|HCS6008:Unsafe.CopyBlock(raw, &response, 16)|};")]
    [InlineData("Response response; response.id = 1; response.operation = 2; response.status = 0; {|HCS6008:*page = response|};")]
    [InlineData("Unsafe.SkipInit(out Response response); response.id = 1; {|HCS6008:*page = response|};")]
    [InlineData("Nested nested; nested.head = 1; nested.body = default; {|HCS6008:*(Nested*)raw = nested|};")]
    [InlineData("Wide wide; wide.flag = 1; wide.where = null; {|HCS6008:*(Wide*)raw = wide|};")]
    [InlineData("Sparse sparse; sparse.a = 1; sparse.b = 2; {|HCS6008:*(Sparse*)raw = sparse|};")]
    [InlineData("Padded padded; padded.a = 1; padded.b = 2; {|HCS6008:*(Padded*)raw = padded|};")]
    [InlineData("Unsafe.SkipInit(out Buffered buffered); buffered.a[0] = 1; {|HCS6008:*(Buffered*)raw = buffered|};")]
    [InlineData("Chosen chosen; chosen.kind = Kind.One; chosen.value = 1; {|HCS6008:*(Chosen*)raw = chosen|};")]
    public Task Bytes_that_nobody_wrote_are_reported(string statements) => Check(statements, "[SkipLocalsInit]");

    [Theory]
    [InlineData("Response response = default; " + Fill + "*page = response;")]
    [InlineData("Response response = new() { id = 1, operation = 2, status = 3 }; *page = response;")]
    [InlineData("Response response; response = default; response.id = 1; *page = response;")]
    [InlineData("*page = default; page->id = 1; page->operation = 2; page->status = 3;")]
    [InlineData(Local + "Response copy = response; Look(copy);")]
    [InlineData(Local + "Response* own = stackalloc Response[2]; own[1] = response; Look(own[1]);")]
    [InlineData(Local + "Response other = default; Response* own = &other; *own = response; Look(other);")]
    [InlineData(Local + "Response other = default; *(&other) = response; Look(other);")]
    [InlineData(Local + "Response* own = stackalloc Response[2]; *(own + 1) = response; Look(own[1]);")]
    [InlineData(Local + "Response[] list = new Response[4]; list[0] = response; Look(list[0]);")]
    [InlineData(Local + "s_last = response;")]
    [InlineData(Local + "Look(response);")]
    [InlineData(Local + "page->id = response.id;")]
    [InlineData("Response response; Read(out response); *page = response;")]
    [InlineData("Response response; Zero(&response); " + Fill + "*page = response;")]
    [InlineData("Response response = Last(); *page = response;")]
    [InlineData("Full full; full.a = 1; full.b = 2; full.c = 3; *(Full*)raw = full;")]
    [InlineData("Packed packed; packed.a = 1; packed.b = 2; *(Packed*)raw = packed;")]
    [InlineData("Union union; union.whole = 1; union.half = 2; *(Union*)raw = union;")]
    [InlineData("Reordered other; other.a = 1; other.b = 2; *(Reordered*)raw = other;")]
    [InlineData("Buffered buffered; buffered.b = 1; buffered.a[0] = 1; *(Buffered*)raw = buffered;")]
    [InlineData("GrantTableOp.GnttabCopy copy; Unsafe.SkipInit(out copy); copy.flags = 0; *(GrantTableOp.GnttabCopy*)raw = copy;")]
    public Task What_is_written_whole_or_stays_here_is_not(string statements) => Check(statements, "[SkipLocalsInit]");

    [Theory]
    [InlineData(Local + "*page = response;")]
    [InlineData(Local + "Buffer.MemoryCopy(&response, raw, 16, sizeof(Response));")]
    public Task Locals_are_zeroed_otherwise(string statements) => Check(statements, string.Empty);

    [Fact]
    public Task On_32_bits_pointers_are_smaller() => Check("Wide wide; wide.flag = 1; wide.where = null; *(Wide*)raw = wide;", "[SkipLocalsInit]", ("HypercallAbi", "x86_32"));

    [Fact]
    public Task On_32_bit_x86_nothing_is_aligned_to_eight() => Check("Padded padded; padded.a = 1; padded.b = 2; *(Padded*)raw = padded;", "[SkipLocalsInit]", ("HypercallAbi", "x86_32"));

    [Fact]
    public Task On_32_bit_Arm_it_is() => Check("Padded padded; padded.a = 1; padded.b = 2; {|HCS6008:*(Padded*)raw = padded|};", "[SkipLocalsInit]", ("HypercallAbi", "arm32"));

    private static Task Check(string statements, string mark, params (string Name, string Value)[] properties) => XenGuest.Check(
        "6",
        $$"""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        enum Kind : byte { One }
        struct Response { public ulong id; public byte operation; public short status; }
        struct Inner { public ulong a; public byte b; }
        struct Nested { public uint head; public Inner body; }
        unsafe struct Wide { public uint flag; public void* where; }
        struct Padded { public uint a; public ulong b; }
        struct Full { public uint a; public ushort b; public ushort c; }
        struct Chosen { public Kind kind; public ushort value; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] struct Packed { public byte a; public ulong b; }
        [StructLayout(LayoutKind.Explicit)] struct Union { [FieldOffset(0)] public ulong whole; [FieldOffset(0)] public uint half; }
        [StructLayout(LayoutKind.Explicit, Size = 16)] struct Sparse { [FieldOffset(0)] public ulong a; [FieldOffset(12)] public uint b; }
        [StructLayout(LayoutKind.Auto)] struct Reordered { public byte a; public ulong b; }
        unsafe struct Buffered { public fixed byte a[8]; public ulong b; }
        struct Ring { public uint producer; public Response last; }
        static unsafe class Guest
        {
            static Response* s_page;
            static Response s_last;
            static Response* Next() => s_page;
            static Response Last() => s_last;
            static void Look(Response response) { }
            static void Zero(Response* response) { *response = default; }
            static void Read(out Response response) { response = default; }
            {{mark}} static void Run(Response* page, Ring* ring, void* raw, int number)
            {
            {{statements}}
            }
        }
        """,
        properties);
}
