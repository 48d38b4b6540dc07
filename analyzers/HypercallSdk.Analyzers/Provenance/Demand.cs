using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>A value that reaches a place where only frames may be that are proven free.</summary>
/// <param name="Place">Where the value is written.</param>
/// <param name="Value">What it can be.</param>
/// <param name="IsUse">
/// Whether something is mapped there; else the value is only kept for later, and may be <c>default</c> or <c>Gfn.Invalid</c>.
/// </param>
/// <param name="Operation">The C name of Xen's operation that maps; null for any other use.</param>
/// <param name="Space">The constant map space of that operation; null when there is none.</param>
internal sealed record Demand(Location Place, FrameValue Value, bool IsUse, string? Operation = null, uint? Space = null)
{
    /// <summary>Whether the method asks how many regions there are, or how large one is.</summary>
    public bool AsksForRegions { get; init; }

    /// <summary>Whether the method, or the type that it is in, has to do with places that cost no memory.</summary>
    public bool KnowsRegions { get; init; }
}
