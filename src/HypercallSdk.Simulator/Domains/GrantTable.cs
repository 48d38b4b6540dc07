using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Domains;

/// <summary>A domain's grant table: its frames, which grants are in use, and what the domain itself has mapped.</summary>
internal sealed class GrantTable
{
    private const int EntriesPerFrame = PageSize.Bytes / GrantEntry.Bytes;
    private readonly MachineMemory _memory;
    private readonly List<ulong> _frames = [];
    private readonly Dictionary<uint, GrantPin> _pins = [];
    private readonly Dictionary<uint, GrantMapping> _mappings = [];
    private uint _nextHandle;

    public GrantTable(MachineMemory memory, uint maxFrames, uint initialFrames)
    {
        _memory = memory;
        MaxFrames = maxFrames;
        _ = TryGrow(initialFrames);
    }

    /// <summary>How many frames the table may have.</summary>
    public uint MaxFrames { get; }

    /// <summary>How many frames it has.</summary>
    public uint Frames => (uint)_frames.Count;

    /// <summary>How many entries it has.</summary>
    public uint Entries => Frames * EntriesPerFrame;

    /// <summary>The machine frame of one of the table's frames.</summary>
    public ulong MfnOf(uint frame) => _frames[(int)frame];

    /// <summary>Makes sure that the table has at least so many frames.</summary>
    /// <returns>Whether it may have them.</returns>
    public bool TryGrow(ulong frames)
    {
        if (frames > MaxFrames)
        {
            return false;
        }

        while ((ulong)_frames.Count < frames)
        {
            _frames.Add(_memory.Allocate(1));
        }

        return true;
    }

    /// <summary>Reads an entry from the page that it shares with the guest.</summary>
    public GrantEntry Read(uint reference)
    {
        Span<byte> bytes = stackalloc byte[GrantEntry.Bytes];
        _memory.Read(FrameOf(reference), OffsetOf(reference), bytes);
        return GrantEntry.Read(bytes);
    }

    /// <summary>Changes an entry's flags, which is how Xen tells the granter that its page is in use.</summary>
    public void WriteFlags(uint reference, ushort flags)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, flags);
        _memory.Write(FrameOf(reference), OffsetOf(reference), bytes);
    }

    /// <summary>How a grant is in use; all zeros when it is not.</summary>
    public GrantPin PinOf(uint reference) => _pins.GetValueOrDefault(reference);

    /// <summary>Changes how a grant is in use.</summary>
    public void SetPin(uint reference, GrantPin pin)
    {
        if (pin.IsInUse)
        {
            _pins[reference] = pin;
        }
        else
        {
            _ = _pins.Remove(reference);
        }
    }

    /// <summary>Remembers a mapping.</summary>
    /// <returns>Its handle.</returns>
    public uint AddMapping(GrantMapping mapping)
    {
        uint handle = _nextHandle++;
        _mappings.Add(handle, mapping);
        return handle;
    }

    /// <summary>Finds a mapping that was not taken away yet.</summary>
    public bool TryFindMapping(uint handle, out GrantMapping mapping) => _mappings.TryGetValue(handle, out mapping);

    /// <summary>Forgets a mapping; its handle is good for nothing any more.</summary>
    public void RemoveMapping(uint handle) => _ = _mappings.Remove(handle);

    private static int OffsetOf(uint reference) => (int)(reference % EntriesPerFrame) * GrantEntry.Bytes;

    private ulong FrameOf(uint reference) => _frames[(int)(reference / EntriesPerFrame)];
}
