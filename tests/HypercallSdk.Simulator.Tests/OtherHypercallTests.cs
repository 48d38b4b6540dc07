using System;
using System.IO;
using System.Text;
using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

public sealed unsafe class OtherHypercallTests
{
    private static readonly GuestLayout At = GuestLayout.DomU;

    [Fact]
    public void The_version_is_the_machines()
    {
        using TestGuest guest = new(At.Machine with { Release = new Version(4, 20), ExtraVersion = ".4-debug" });
        byte* text = stackalloc byte[16];
        new Span<byte>(text, 16).Fill(0xFF);

        Assert.Equal((4 << 16) | 20, TestGuest.Call(17));
        Assert.Equal(0, TestGuest.Call(17, 1, (nuint)text));
        Assert.Equal(".4-debug\0\0\0\0\0\0\0\0", Encoding.ASCII.GetString(text, 16));
    }

    [Theory]
    [InlineData("domU", 0x16005u)]
    [InlineData("dom0", 0x26805u)]
    public void Features_tell_a_dom0_that_it_is_mapped_one_to_one(string name, uint features)
    {
        using TestGuest guest = new(GuestLayout.Of(name).Machine);
        uint* info = stackalloc uint[2];
        info[0] = 0;

        Assert.Equal(0, TestGuest.Call(17, 6, (nuint)info));
        Assert.Equal(features, info[1]);
        info[0] = 1;
        Assert.Equal(-22, TestGuest.Call(17, 6, (nuint)info));
    }

    [Fact]
    public void The_console_gets_exactly_the_bytes()
    {
        using MemoryStream output = new();
        using TestGuest guest = new(At.Machine with { ConsoleOutput = output });
        byte[] text = new byte[300];
        Random.Shared.NextBytes(text);
        fixed (byte* pointer = text)
        {
            Assert.Equal(0, TestGuest.Call(18, 0, 300, (nuint)pointer));
        }

        Assert.Equal(text, output.ToArray());
    }

    [Fact]
    public void The_console_is_kept_as_text()
    {
        using TestGuest guest = new(At.Machine);
        ReadOnlySpan<byte> text = "two lines\nof text\n"u8;
        fixed (byte* pointer = text)
        {
            Assert.Equal(0, TestGuest.Call(18, 0, 10, (nuint)pointer));
            Assert.Equal(0, TestGuest.Call(18, 0, 8, (nuint)(pointer + 10)));
        }

        Assert.Equal("two lines\nof text\n", guest.Xen.Console);
    }

    [Fact]
    public void Text_that_runs_into_a_hole_is_written_up_to_127_bytes_before_it()
    {
        using TestGuest guest = new(At.Machine);
        byte* end = guest.Pointer(At.RamStart + At.RamSize);
        new Span<byte>(end - 200, 200).Fill((byte)'x');

        Assert.Equal(-14, TestGuest.Call(18, 0, 300, (nuint)(end - 200)));
        Assert.Equal(new string('x', 127), guest.Xen.Console);
    }

    [Theory]
    [InlineData(7UL, 0u)]
    [InlineData(12UL, 28u)]
    [InlineData(13UL, 0u)]
    [InlineData(17UL, 9u)]
    [InlineData(18UL, 1u)]
    [InlineData(20UL, 5u)]
    [InlineData(29UL, 1u)]
    [InlineData(32UL, 6u)]
    public void What_real_Xen_has_and_the_simulator_lacks_is_recorded(ulong hypercall, uint op)
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal(-38, TestGuest.Call(hypercall, op, 0, 1));

        UnmodelledCall call = Assert.Single(guest.Xen.NotModelled);
        Assert.Equal((hypercall, op), (call.Hypercall, call.Op));
    }

    [Theory]
    [InlineData(17UL, 11u)]
    [InlineData(18UL, 2u)]
    [InlineData(20UL, 3u)]
    [InlineData(29UL, 8u)]
    public void What_real_Xen_lacks_too_is_not_recorded(ulong hypercall, uint op)
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal(-38, TestGuest.Call(hypercall, op, 0, 1));
        Assert.Empty(guest.Xen.NotModelled);
    }

    [Fact]
    public void What_a_later_Xen_has_is_recorded_with_that_Xen()
    {
        using TestGuest guest = new(At.Machine with { Release = new Version(4, 20) });

        Assert.Equal((-38, -38), (TestGuest.Call(17, 14), TestGuest.Call(17, 15)));
        Assert.Equal(new UnmodelledCall(17, 14, "XenVersion.CommandLine2"), Assert.Single(guest.Xen.NotModelled));
    }

    [Theory]
    [InlineData(29UL, 0u)]
    [InlineData(17UL, 0u)]
    public void Operations_are_32_bits_wide(ulong hypercall, uint op)
    {
        using TestGuest guest = new(At.Machine);

        Assert.Equal(TestGuest.Call(hypercall, op), TestGuest.Call(hypercall, op | ((nuint)1 << 32)));
        Assert.Equal(2, guest.Xen.Calls);
    }
}
