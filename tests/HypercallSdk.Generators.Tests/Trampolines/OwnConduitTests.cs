using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>An interface with a conduit of its own goes through the hook as all others do: the number, then the arguments.</summary>
public sealed class OwnConduitTests
{
    private const string Source = """
        using HypercallSdk;
        [Hypercall("psci"), HypercallConduit(Immediate = 0, Number = "x0", Arguments = "x1 x2 x3 x4 x5 x6 x7")]
        public unsafe partial interface IPsci
        {
            [HypercallOp(0x84000000, "PSCI_VERSION")] [return: StoredAs(AbiInteger.U32)] uint Version();
            [HypercallOp(0xC4000003, "CPU_ON")] long CpuOn(ulong cpu, ulong entry, ulong context);
            [HypercallOp(0xC6000000, "VENDOR")] long Vendor(int a, uint b, byte c, sbyte d, ushort e, short f, ulong g);
        }
        [Hypercall(7, "jailhouse"), HypercallConduit(Immediate = 0x4A48, Number = "x0", Arguments = "x1 x9", Result = "x1")]
        public unsafe partial interface IJailhouse
        {
            [HypercallOp(3, "GET_INFO")] long Info();
            [HypercallOp(4, "SET_INFO")] long Set(uint value);
        }
        [Hypercall("plain")]
        public partial interface IPlain
        {
            [HypercallOp(5, "FIVE")] long Five(uint a, uint b, uint c, uint d, uint e);
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Number_and_arguments_reach_the_hook_in_order(bool isChecked)
    {
        HookedGuest guest = new(Source, isChecked);

        Assert.Equal(0x10001u, guest.Call(0x10001, "Psci", "Version"));
        Assert.Equal("84000000: 0 0 0 0 0 0 0 0", guest.Called);
        guest.Call(0, "Psci", "CpuOn", 1UL, 0xFFFF_FFFF_FFFF_FFFF, 3UL);
        Assert.Equal("C4000003: 1 FFFFFFFFFFFFFFFF 3 0 0 0 0 0", guest.Called);
        guest.Call(0, "Psci", "Vendor", -1, 2u, (byte)3, (sbyte)-4, (ushort)5, (short)-6, 7UL);
        Assert.Equal("C6000000: FFFFFFFFFFFFFFFF 2 3 FFFFFFFFFFFFFFFC 5 FFFFFFFFFFFFFFFA 7 0", guest.Called);
        guest.Call(0, "Jailhouse", "Info");
        Assert.Equal("7: 3 0 0 0 0 0 0 0", guest.Called);
        guest.Call(0, "Jailhouse", "Set", 9u);
        Assert.Equal("7: 4 9 0 0 0 0 0 0", guest.Called);
        guest.Call(0, "Plain", "Five", 1u, 2u, 3u, 4u, 5u);
        Assert.Equal("5: 1 2 3 4 5 0 0 0", guest.Called);
    }
}
