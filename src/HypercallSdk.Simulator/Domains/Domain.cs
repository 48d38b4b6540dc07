using System;
using System.Linq;
using HypercallSdk.Model.Xen;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Domains;

/// <summary>The one domain that the simulated Xen runs: its memory and what Xen keeps for it.</summary>
internal sealed class Domain : IDisposable
{
    private readonly MachineMemory _memory;
    private readonly DirectMap _directMap;

    /// <param name="machine">What it is built from; checked already.</param>
    /// <param name="banks">Its RAM.</param>
    public Domain(SimulatedMachine machine, RamBank[] banks)
    {
        Machine = machine;
        _memory = new MachineMemory();
        try
        {
            _directMap = new DirectMap(_memory.File);
            P2M = new P2M(_directMap, banks, machine.RootBits);
        }
        catch
        {
            _directMap?.Dispose();
            _memory.Dispose();
            throw;
        }

        SharedInfo = _memory.Allocate(1);
        Grants = new GrantTable(_memory, machine.MaxGrantFrames, machine.InitialGrantFrames);
        MaxPages = banks.Aggregate(0UL, static (sum, bank) => sum + bank.Frames);
        OwnedPages = MaxPages;
    }

    /// <summary>What it was built from.</summary>
    public SimulatedMachine Machine { get; }

    /// <summary>Its guest frames.</summary>
    public P2M P2M { get; }

    /// <summary>Its grant table.</summary>
    public GrantTable Grants { get; }

    /// <summary>The machine frame of the shared info page.</summary>
    public ulong SharedInfo { get; }

    /// <summary>How many pages it may own: what it was built with.</summary>
    public ulong MaxPages { get; }

    /// <summary>How many pages it owns. A page that was mapped over is owned still, and reached by nothing.</summary>
    public ulong OwnedPages { get; private set; }

    /// <summary>Whether it is the hardware domain, whose RAM is mapped one to one.</summary>
    public bool IsDom0 => Machine.Guest == GuestKind.ArmDom0;

    /// <summary>Where the process sees guest physical address 0.</summary>
    public nint DirectMapBase => _directMap.Base;

    /// <summary>Whether a domid names this domain, the only one there is.</summary>
    public bool IsNamedBy(ushort domid) => domid == DomainIds.Self || domid == Machine.DomainId;

    /// <summary>Puts bytes into RAM before the guest starts.</summary>
    public void Load(ulong address, ReadOnlySpan<byte> bytes)
    {
        // RAM lies in the memory file at its own address, so one write does for all pages.
        _memory.Write(address >> PageSize.Shift, (int)(address & (PageSize.Bytes - 1)), bytes);
    }

    /// <summary>Takes fresh pages for the domain, unless it owns as many as it may.</summary>
    public bool TryTakePages(ulong frames, out ulong mfn)
    {
        bool isAllowed = OwnedPages + frames <= MaxPages;
        mfn = isAllowed ? _memory.Allocate(frames) : 0;
        OwnedPages += isAllowed ? frames : 0;
        return isAllowed;
    }

    /// <summary>Gives one of the domain's pages back to Xen.</summary>
    public void GivePageBack() => OwnedPages--;

    /// <inheritdoc/>
    public void Dispose()
    {
        _directMap.Dispose();
        _memory.Dispose();
    }
}
