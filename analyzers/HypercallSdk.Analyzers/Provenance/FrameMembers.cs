using HypercallSdk.Analyzers.Constants;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>What the members of the support source's own types say of the frame that they belong to.</summary>
internal static class FrameMembers
{
    /// <summary>The value of a field or property.</summary>
    /// <param name="member">The member.</param>
    /// <param name="instance">What its instance is; nothing for a static one.</param>
    /// <param name="age"><see cref="Origins.Stale"/> if something was mapped since Xen last answered.</param>
    /// <returns>The value; null for a member of any other type.</returns>
    public static FrameValue? Read(ISymbol member, FrameValue instance, Origins age)
    {
        INamedTypeSymbol type = member.ContainingType;
        return SupportTypes.UnitOf(type) is ConstantUnit unit ? OfFrame(member.Name, unit, instance)
            : SupportTypes.IsFrame(type) ? OfWideFrame(member.Name, instance)
            : SupportTypes.IsAddressRange(type) ? OfRange(member, instance)
            : SupportTypes.IsUnallocatedRegion(type) ? OfAnswer(member, instance, age)
            : null;
    }

    private static FrameValue? OfFrame(string name, ConstantUnit unit, FrameValue instance) => (unit, name) switch
    {
        (_, SupportTypes.Value) => Number(instance, unit),
        (ConstantUnit.Frame, SupportTypes.Invalid) => FrameValue.Of(FrameArithmetic.Invalid),
        (ConstantUnit.Frame, SupportTypes.Address) =>
            Arithmetic.Map(instance, unit, static constant => FrameArithmetic.AddressOf(constant)),
        (ConstantUnit.Address, SupportTypes.Frame) =>
            Arithmetic.Map(instance, unit, static constant => FrameArithmetic.FrameOf(constant)),
        _ => null,
    };

    private static FrameValue? OfWideFrame(string name, FrameValue instance) => name switch
    {
        SupportTypes.Value => Number(instance, ConstantUnit.Frame),
        SupportTypes.Invalid => FrameValue.Of(FrameArithmetic.Invalid),
        SupportTypes.Frame => instance,
        _ => null,
    };

    private static FrameValue Number(FrameValue instance, ConstantUnit unit)
    {
        FrameValue number = Arithmetic.Map(instance, unit, static constant => FrameArithmetic.NumberOf(constant));
        return number.At(number.Position is { } position ? position with { Number = unit } : null);
    }

    private static FrameValue? OfRange(ISymbol member, FrameValue instance) =>
        !SupportTypes.HoldsFrames(SupportTypes.TypeOf(member)) ? null
        : member.Name == SupportTypes.End ? instance.With(instance.Origins | Origins.PastEnd).At(null)
        : instance;

    private static FrameValue? OfAnswer(ISymbol member, FrameValue instance, Origins age) =>
        !SupportTypes.HoldsFrames(SupportTypes.TypeOf(member)) ? null
            : FrameValue.From(Origins.Query | ((instance.Origins & Origins.Query) != Origins.None
                ? instance.Origins & Origins.Stale
                : age));
}
