namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>Statements that map and unmap, as a kernel writes them.</summary>
internal static class Calls
{
    /// <summary>The call that maps a grant at 'gfn'.</summary>
    public const string MapGrant =
        "GrantTableOp.MapGrantRef(gfn.Address, GrantMapFlags.HostMap, new GrantRef(8), new DomId(1), out GrantStatus status, out GrantHandle handle, out _)";

    /// <summary>Maps a grant, or leaves.</summary>
    public const string Map = "XenResult mapped = " + MapGrant + "; if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } ";

    /// <summary>Takes the grant away, or leaves.</summary>
    public const string Unmap =
        "XenResult unmapped = GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out status); if (unmapped.IsFailure || status != GrantStatus.Okay) { return false; } ";

    /// <summary>Maps the shared info page at 'gfn', or leaves.</summary>
    public const string Add = "if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, gfn).IsFailure) { return false; } ";

    /// <summary>Takes away what is mapped at 'gfn', or leaves.</summary>
    public const string Remove = "if (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsFailure) { return false; } ";
}
