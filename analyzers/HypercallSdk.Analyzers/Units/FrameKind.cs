using System;

namespace HypercallSdk.Analyzers.Units;

/// <summary>Whose numbering a frame's number is of; several where a guest has one numbering for two of them.</summary>
[Flags]
internal enum FrameKind
{
    /// <summary>No frame's number, or nobody knows.</summary>
    None = 0,

    /// <summary>A frame of the guest's address space: <c>Gfn</c>.</summary>
    Guest = 1,

    /// <summary>A frame of the machine: <c>Mfn</c>.</summary>
    Machine = 2,

    /// <summary>A frame of a PV guest's own counting: <c>Pfn</c>.</summary>
    Pseudo = 4,
}
