using System.Numerics;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>A place in a region of <c>/hypervisor</c>, of which the device tree says at run time where it is.</summary>
/// <param name="Region">The region's index.</param>
/// <param name="Offset">How many bytes lie between the region's start and the place.</param>
internal readonly record struct RegionPosition(BigInteger Region, BigInteger Offset)
{
    /// <summary>The place so many bytes above.</summary>
    public RegionPosition Plus(BigInteger bytes) => this with { Offset = Offset + bytes };
}
