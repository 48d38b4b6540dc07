using System.Numerics;
using HypercallSdk.Analyzers.Constants;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>A place in a region of <c>/hypervisor</c>, of which the device tree says at run time where it is.</summary>
/// <param name="Region">The region's index.</param>
/// <param name="Offset">How many bytes lie between the region's start and the place.</param>
/// <param name="Number">What a bare number of the place counts; none for a frame or an address, whose type says it.</param>
internal readonly record struct RegionPosition(BigInteger Region, BigInteger Offset, ConstantUnit Number = ConstantUnit.None)
{
    private const int PageShift = 12;
    private const int PageSize = 1 << PageShift;

    /// <summary>The place so many bytes above.</summary>
    public RegionPosition Plus(BigInteger bytes) => this with { Offset = Offset + bytes };

    /// <summary>The place that a number of this one becomes by arithmetic with a constant; null when that is no place any longer.</summary>
    public RegionPosition? After(BinaryOperatorKind kind, BigInteger constant) => (kind, Number) switch
    {
        (BinaryOperatorKind.Add, ConstantUnit.Address) => Plus(constant),
        (BinaryOperatorKind.Add, ConstantUnit.Frame) => Plus(constant * PageSize),
        (BinaryOperatorKind.Subtract, ConstantUnit.Address) => Plus(-constant),
        (BinaryOperatorKind.Subtract, ConstantUnit.Frame) => Plus(-constant * PageSize),
        (BinaryOperatorKind.RightShift, ConstantUnit.Address) when constant == PageShift => AsFrame(),
        (BinaryOperatorKind.Divide, ConstantUnit.Address) when constant == PageSize => AsFrame(),
        (BinaryOperatorKind.LeftShift, ConstantUnit.Frame) when constant == PageShift => this with { Number = ConstantUnit.Address },
        (BinaryOperatorKind.Multiply, ConstantUnit.Frame) when constant == PageSize => this with { Number = ConstantUnit.Address },
        _ => null,
    };

    /// <summary>The frame or address that a number of this place makes; null when the number counts something else.</summary>
    public RegionPosition? As(ConstantUnit unit) => Number == unit ? this with { Number = ConstantUnit.None } : null;

    private RegionPosition AsFrame() => this with { Offset = (Offset >> PageShift) << PageShift, Number = ConstantUnit.Frame };
}
