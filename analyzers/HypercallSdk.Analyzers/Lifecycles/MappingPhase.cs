using System;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>How far a mapping has come; several where ways meet.</summary>
[Flags]
internal enum MappingPhase
{
    /// <summary>Nobody has asked for it.</summary>
    Absent = 1,

    /// <summary>It was asked for, and nobody has looked at the answer.</summary>
    Asked = 2,

    /// <summary>The hypervisor has refused it.</summary>
    Refused = 4,

    /// <summary>It is there.</summary>
    Live = 8,

    /// <summary>Its inverse was called, and nobody has looked at the answer.</summary>
    Undoing = 16,

    /// <summary>Its inverse was called, and nobody can look at the answer.</summary>
    UndoneBlindly = 32,

    /// <summary>Its inverse has failed.</summary>
    StillThere = 64,

    /// <summary>It is gone.</summary>
    Undone = 128,

    /// <summary>Somebody else can undo it, or may have done so.</summary>
    Elsewhere = 256,
}
