using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>What the hypervisor finds in memory and in registers, on each ABI: as a C compiler would have put it there.</summary>
public sealed class LanguageTests
{
    private const string Source = """
        using HypercallSdk;
        public enum Kind : uint { One = 1, Two = 2 }
        [HypercallStruct("pair")] public partial struct Pair { static partial void Fields(byte first, ulong second); }
        [HypercallStruct("event")]
        public partial struct Event
        {
            static partial void Fields(Kind kind, [Tag(nameof(kind))] Body u);
            [HypercallUnion] public partial struct Body { static partial void Fields([Case(1)] ushort port, [Case(2)] ulong memory); }
        }
        [Hypercall(40, "demo_op")]
        public unsafe partial interface IDemo
        {
            [HypercallOp(1, "MIXED", Struct = "demo_mixed")]
            XenResult Mixed([Bits(3)] uint low, [Bits(5)] int high, bool flag, [StoredAs(AbiInteger.U16)] Kind kind, ulong value, Gfn frame,
                [MustBeZero] uint pad, byte* buffer, nint native, out short status);
            [HypercallOp(4, "RESERVED")] XenResult Reserved(uint first, [MustBeZero] uint pad, uint last);
            [HypercallOp(2, "PAIRED")] XenResult Paired(ref Pair pair, in Pair other);
            [HypercallOp(3, "TEXT")] XenResult Text([CountOf(nameof(text))] uint count, [Const] byte* text);
        }
        [Hypercall(15, "set_timer_op")] public partial interface ISetTimerOp { [HypercallOp("set_timer_op")] XenResult SetTimer(ulong timeout, uint more); }
        [Hypercall(1, "mmu_update")]
        public unsafe partial interface IMmuUpdate
        {
            [HypercallOp("mmu_update")]
            XenResult Update([Const] Pair* requests, [CountOf(nameof(requests))] uint count, out uint done, ushort domain);
        }
        public static unsafe class Calls
        {
            public static string Mixed()
            {
                XenResult result = Demo.Mixed(5, -2, true, Kind.Two, 0x1122334455667788, new Gfn(0x99AABBCC), (byte*)0x44332211, -3, out short status);
                return $"{result.Value} {status}";
            }
            public static string Paired()
            {
                Pair pair = default;
                pair.first = 1;
                Pair other = default;
                Demo.Paired(ref pair, in other);
                return $"{pair.first} {pair.second:X}";
            }
            public static long Text() => Demo.Text("abc"u8).Value;
            public static string Update()
            {
                Pair* pairs = stackalloc Pair[3];
                MmuUpdate.Update(pairs, 3, out uint done, 0x7FF0);
                return $"{done}";
            }
            public static long SetTimer() => SetTimerOp.SetTimer(0x1122334455667788, 9).Value;
            public static string Tagged()
            {
                Event item = default;
                item.SetMemory(0x1122334455667788);
                bool port = item.TryGetPort(out ushort number);
                bool memory = item.TryGetMemory(out ulong value);
                item.SetPort(5);
                return $"{port} {number} {memory} {value:X} {item.kind} {item.TryGetPort(out number)} {number} {item.TryGetMemory(out value)} {value}";
            }
        }
        """;

    [Theory]
    [InlineData("arm64", 48, "F5010200" + "00000000" + "8877665544332211" + "CCBBAA9900000000" + "00000000" + "00000000" + "1122334400000000" + "FDFFFFFFFFFFFFFF")]
    [InlineData("x86_64", 48, "F5010200" + "00000000" + "8877665544332211" + "CCBBAA9900000000" + "00000000" + "00000000" + "1122334400000000" + "FDFFFFFFFFFFFFFF")]
    [InlineData("arm32", 46, "F5010200" + "00000000" + "8877665544332211" + "CCBBAA9900000000" + "00000000" + "00000000" + "1122334400000000" + "FDFFFFFF" + "FFFF")]
    [InlineData("x86_32", 30, "F5010200" + "8877665544332211" + "CCBBAA99" + "00000000" + "11223344" + "FDFFFFFF" + "FFFF")]
    public void Every_field_of_an_argument_struct_lies_where_C_has_it(string abi, int size, string memory)
    {
        HookedGuest guest = new(Source, isChecked: true, abi);
        guest.Watch(register: 1, size);

        string answer = (string)guest.Call(-22, "Calls", "Mixed")!;

        Assert.Equal(memory, guest.Memory);
        Assert.Equal("-22 -1", answer); // a status that nobody wrote does not read as success
    }

    [Theory]
    [InlineData("arm64", "F: 1122334455667788 9 0 0 0 0 0 0")]
    [InlineData("x86_64", "F: 1122334455667788 9 0 0 0 0 0 0")]
    [InlineData("x86_32", "F: 55667788 11223344 9 0 0 0 0 0")]
    [InlineData("arm32", "F: 55667788 11223344 9 0 0 0 0 0")]
    public void A_wide_integer_takes_two_registers_where_they_are_narrow(string abi, string called)
    {
        HookedGuest guest = new(Source, isChecked: true, abi);

        guest.Call(0, "Calls", "SetTimer");

        Assert.Equal(called, guest.Called);
    }

    [Fact]
    public void A_register_that_must_be_zero_keeps_its_place_though_nobody_gives_it()
    {
        HookedGuest guest = new(Source, isChecked: false);

        guest.Call(0, "Demo", "Reserved", 5u, 7u);

        Assert.Equal("28: 4 5 0 7 0 0 0 0", guest.Called);
    }

    [Fact]
    public void A_struct_goes_by_its_own_address_and_comes_back_through_it()
    {
        HookedGuest guest = new(Source, isChecked: false);
        guest.Watch(register: 1, size: 16, reply: "0200000000000000" + "8877665544332211");

        Assert.Equal("2 1122334455667788", guest.Call(0, "Calls", "Paired"));
        Assert.Equal("01000000000000000000000000000000", guest.Memory);
    }

    [Fact]
    public void What_only_the_hypervisor_writes_goes_by_its_address_too()
    {
        HookedGuest guest = new(Source, isChecked: false);
        guest.Watch(register: 2, size: 4, reply: "02000000");

        Assert.Equal("2", guest.Call(0, "Calls", "Update"));
        Assert.EndsWith(" 7FF0 0 0 0 0", guest.Called, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_is_its_bytes_and_its_length()
    {
        HookedGuest guest = new(Source, isChecked: false);
        guest.Watch(register: 2, size: 3);

        guest.Call(0, "Calls", "Text");

        Assert.StartsWith("28: 3 3 ", guest.Called, System.StringComparison.Ordinal);
        Assert.Equal("616263", guest.Memory);
    }

    [Fact]
    public void A_tagged_union_is_read_as_what_its_tag_says_and_as_nothing_else() =>
        Assert.Equal(
            "False 0 True 1122334455667788 One True 5 False 0",
            new HookedGuest(Source, isChecked: false).Call(0, "Calls", "Tagged"));
}
