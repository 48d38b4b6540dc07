namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Phases that count alike.</summary>
internal static class MappingPhases
{
    /// <summary>The inverse was called and is not known to have failed.</summary>
    public const MappingPhase Gone = MappingPhase.Undone | MappingPhase.UndoneBlindly;

    /// <summary>The inverse was called, and the mapping may still be there for all that anybody knows.</summary>
    public const MappingPhase Doubtful = MappingPhase.StillThere | MappingPhase.UndoneBlindly;

    /// <summary>The mapping was asked for and is not known to have been refused.</summary>
    public const MappingPhase Wanted = MappingPhase.Asked | MappingPhase.Live;

    /// <summary>Whether a mapping can be in no other phase than some.</summary>
    public static bool IsWithin(this MappingPhase phase, MappingPhase some) => (phase & ~some) == 0;
}
