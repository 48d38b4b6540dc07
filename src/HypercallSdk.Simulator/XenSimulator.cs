using System;
using System.Collections.Generic;
using System.Threading;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Hypercalls;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator;

/// <summary>
/// A Xen in the test's own process, with one domain: it answers hypercalls as Xen 4.17 on arm64 was seen to, and really maps
/// pages. Linux only. <c>docs/simulator.md</c> says what it does not model; <see cref="NotModelled"/> says what a guest met.
/// </summary>
/// <remarks>
/// A simulator belongs to the flow of execution that booted it: awaits, tasks and threads started from there reach it, and
/// tests that run beside each other do not meet.
/// </remarks>
public sealed class XenSimulator : IDisposable
{
    private static readonly AsyncLocal<XenSimulator?> Installed = new();

    private readonly Lock _lock = new();
    private readonly Domain _domain;
    private readonly GuestCopy _guest;
    private readonly GuestConsole _console;
    private readonly CallLog _log = new();
    private readonly HypercallTable _table;
    private bool _isDisposed;

    private XenSimulator(SimulatedMachine machine, RamBank[] banks)
    {
        _domain = new Domain(machine, banks);
        try
        {
            _guest = new GuestCopy();
            DeviceTreeAddress = DeviceTreePlacement.Place(_domain, banks[0], machine.DeviceTree.Span);
        }
        catch
        {
            _guest?.Dispose();
            _domain.Dispose();
            throw;
        }

        _console = new GuestConsole(machine.ConsoleOutput);
        _table = new HypercallTable(_domain, _guest, _console, _log, ShutDown);
    }

    /// <summary>
    /// Where the process sees guest physical address 0: the guest's direct map. A guest that runs here adds it to a guest
    /// physical address to get a pointer; on bare metal the same guest adds 0.
    /// </summary>
    public nint DirectMapBase => _domain.DirectMapBase;

    /// <summary>The guest physical address of the device tree, or none if the machine has none.</summary>
    public ulong? DeviceTreeAddress { get; }

    /// <summary>What is mapped at which guest frame.</summary>
    public P2M P2M => _domain.P2M;

    /// <summary>What the guest wrote to the console, read as UTF-8.</summary>
    public string Console => _console.Text;

    /// <summary>How many hypercalls the guest made.</summary>
    public long Calls => _log.Calls;

    /// <summary>The calls whose answers say nothing about real Xen. A test of a guest asserts that it is empty.</summary>
    public IReadOnlyList<UnmodelledCall> NotModelled => _log.NotModelled;

    /// <summary>Why the guest shut down (<c>SHUTDOWN_*</c>), or none if it did not.</summary>
    public uint? ShutdownReason { get; private set; }

    /// <summary>Starts a Xen with one domain, whose hypercalls this flow of execution makes from now on.</summary>
    /// <exception cref="ArgumentException">The machine cannot be built; the message says why and what to change.</exception>
    /// <exception cref="InvalidOperationException">A simulator is running here already.</exception>
    /// <exception cref="PlatformNotSupportedException">The host cannot map single pages as Xen does.</exception>
    /// <exception cref="System.IO.IOException">The host refused memory or address space.</exception>
    public static XenSimulator Boot(SimulatedMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Host.Require();
        if (Installed.Value is { _isDisposed: false })
        {
            throw new InvalidOperationException(
                "A simulator is running here already. Dispose it first, or boot the second one in a task of its own.");
        }

        XenSimulator simulator = new(machine, MachineCheck.ReadBanks(machine));
        Installed.Value = simulator;
        return simulator;
    }

    /// <summary>Where the <c>hook</c> conduit leads: <c>HypercallHook.Target = &amp;XenSimulator.Trap;</c></summary>
    /// <param name="number">The hypercall's number.</param>
    /// <param name="a0">The first argument register, and so on.</param>
    /// <param name="a1">The second.</param>
    /// <param name="a2">The third.</param>
    /// <param name="a3">The fourth.</param>
    /// <param name="a4">The fifth.</param>
    /// <param name="a5">The sixth, which no hypercall of Xen's has; nor the following ones.</param>
    /// <param name="a6">The seventh.</param>
    /// <param name="a7">The eighth.</param>
    /// <returns>The result register.</returns>
    /// <exception cref="InvalidOperationException">No simulator is running here.</exception>
    public static nint Trap(ulong number, nuint a0, nuint a1, nuint a2, nuint a3, nuint a4, nuint a5, nuint a6, nuint a7)
    {
        if (Installed.Value is not { _isDisposed: false } simulator)
        {
            throw new InvalidOperationException(
                $"Hypercall {number} reached no Xen. Boot one first: using XenSimulator xen = XenSimulator.Boot(machine);");
        }

        return simulator.Call(number, new HypercallArguments(a0, a1, a2, a3, a4, a5, a6, a7));
    }

    /// <summary>Runs a guest until it returns or shuts down.</summary>
    /// <returns>Why it shut down (<c>SHUTDOWN_*</c>), or none if it returned.</returns>
    public uint? Run(Action guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            guest();
        }
        catch (GuestShutDownException end) when (end.Simulator == this)
        {
            return ShutdownReason;
        }

        return ShutdownReason;
    }

    /// <summary>Reads guest memory at a guest physical address as the guest would, without a fault.</summary>
    /// <returns>Whether every byte is mapped; where it is not, the guest would fault.</returns>
    public bool TryRead(ulong address, Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lock (_lock)
        {
            return IsShown(address, destination.Length) && _guest.TryRead(At(address), destination);
        }
    }

    /// <summary>Writes guest memory at a guest physical address as the guest would, without a fault.</summary>
    /// <returns>Whether every byte is mapped writable; where it is not, the guest would fault.</returns>
    public bool TryWrite(ulong address, ReadOnlySpan<byte> source)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lock (_lock)
        {
            return IsShown(address, source.Length) && _guest.TryWrite(At(address), source);
        }
    }

    /// <summary>Ends the domain and gives all memory back. Pointers into its memory fault from now on.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _domain.Dispose();
        _guest.Dispose();
        if (Installed.Value == this)
        {
            Installed.Value = null;
        }
    }

    private static bool IsShown(ulong address, int count)
    {
        ulong end = DirectMap.Frames << PageSize.Shift;
        return address <= end && (ulong)count <= end - address;
    }

    private nuint At(ulong address) => (nuint)_domain.DirectMapBase + (nuint)address;

    private nint Call(ulong number, HypercallArguments arguments)
    {
        lock (_lock)
        {
            if (ShutdownReason is uint reason)
            {
                throw new GuestShutDownException(this, reason);
            }

            _log.Count();
            return _table.Call(number, arguments);
        }
    }

    private void ShutDown(uint reason)
    {
        ShutdownReason = reason;
        throw new GuestShutDownException(this, reason);
    }
}
