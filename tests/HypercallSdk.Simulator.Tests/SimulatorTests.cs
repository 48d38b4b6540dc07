using System;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

public sealed class SimulatorTests
{
    private static readonly GuestLayout At = GuestLayout.DomU;

    [Fact]
    public unsafe void A_guest_reaches_it_through_a_function_pointer()
    {
        using XenSimulator xen = XenSimulator.Boot(At.Machine);
        delegate*<ulong, nuint, nuint, nuint, nuint, nuint, nuint, nuint, nuint, nint> hook = &XenSimulator.Trap;

        Assert.Equal((4 << 16) | 17, hook(17, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public void A_hypercall_without_a_Xen_says_what_to_do()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => TestGuest.Call(17));

        Assert.Equal(
            "Hypercall 17 reached no Xen. Boot one first: using XenSimulator xen = XenSimulator.Boot(machine);", error.Message);
    }

    [Fact]
    public void A_second_Xen_at_once_is_refused_and_afterwards_is_not()
    {
        using (XenSimulator first = XenSimulator.Boot(At.Machine))
        {
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => XenSimulator.Boot(At.Machine));
            Assert.StartsWith("A simulator is running here already. Dispose it first", error.Message, StringComparison.Ordinal);
        }

        using XenSimulator second = XenSimulator.Boot(At.Machine);
        Assert.Equal(0, second.Calls);
    }

    [Fact]
    public async Task Two_Xens_beside_each_other_do_not_meet()
    {
        using Barrier barrier = new(2);

        (ulong Value, long Calls)[] seen = await Task.WhenAll(
            Task.Run(() => MapAndMark(barrier, 1)), Task.Run(() => MapAndMark(barrier, 2)));

        Assert.Equal([(1UL, 2L), (2UL, 3L)], seen);
    }

    [Fact]
    public void A_thread_stays_with_the_Xen_of_whoever_started_it()
    {
        using XenSimulator xen = XenSimulator.Boot(At.Machine);
        nint version = 0;
        Exception? error = null;
        Thread thread = new(() => error = Record.Exception(() => version = TestGuest.Call(17)));

        thread.Start();
        thread.Join();

        Assert.Null(error);
        Assert.Equal(((4 << 16) | 17, 1), (version, xen.Calls));
    }

    [Fact]
    public void A_guest_that_returns_gave_no_reason()
    {
        using XenSimulator xen = XenSimulator.Boot(At.Machine);

        Assert.Null(xen.Run(() => TestGuest.Call(29)));
        Assert.Null(xen.ShutdownReason);
    }

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(3u, 3u)]
    [InlineData(0x1FFu, 0xFFu)]
    public unsafe void A_shutdown_ends_the_guest(uint asked, uint reason)
    {
        using XenSimulator xen = XenSimulator.Boot(At.Machine);
        bool wentOn = false;

        uint? ended = xen.Run(() =>
        {
            uint argument = asked;
            _ = TestGuest.Call(29, 2, (nuint)(&argument));
            wentOn = true;
        });

        Assert.Equal((reason, reason, false), (ended, xen.ShutdownReason, wentOn));
    }

    [Fact]
    public unsafe void A_domain_that_shut_down_makes_no_more_hypercalls()
    {
        using XenSimulator xen = XenSimulator.Boot(At.Machine);
        bool answered = false;
        _ = xen.Run(() =>
        {
            uint argument = 0;
            _ = TestGuest.Call(29, 2, (nuint)(&argument));
        });

        Assert.Equal(0u, xen.Run(() => answered = TestGuest.Call(17) != 0));
        Assert.Equal((false, 1L), (answered, xen.Calls));
    }

    [Fact]
    public void An_error_of_the_guest_is_the_tests_to_see()
    {
        using XenSimulator xen = XenSimulator.Boot(At.Machine);

        _ = Assert.Throws<FormatException>(() => xen.Run(() => throw new FormatException()));
    }

    [Fact]
    public void A_disposed_Xen_is_gone()
    {
        XenSimulator xen = XenSimulator.Boot(At.Machine);
        xen.Dispose();
        xen.Dispose();

        _ = Assert.Throws<InvalidOperationException>(() => TestGuest.Call(17));
        _ = Assert.Throws<ObjectDisposedException>(() => xen.TryRead(0, new byte[1]));
        _ = Assert.Throws<ObjectDisposedException>(() => xen.Run(() => { }));
    }

    private static unsafe (ulong Value, long Calls) MapAndMark(Barrier barrier, ulong mark)
    {
        using TestGuest guest = new(At.Machine);
        barrier.SignalAndWait();
        for (ulong call = 0; call <= mark; call++)
        {
            _ = TestGuest.AddToPhysmap(1, call, At.Grant + call);
        }

        *(ulong*)guest.Pointer(At.Grant << 12) = mark;
        barrier.SignalAndWait();
        return (guest.Read(At.Grant << 12) ?? 0, guest.Xen.Calls);
    }
}
