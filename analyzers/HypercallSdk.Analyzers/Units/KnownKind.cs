using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>Whose numbering an integer is of, where its own method leaves no doubt: it is what a typed frame holds, or lies a distance from it.</summary>
internal static class KnownKind
{
    private const int MaximumDepth = 16;

    /// <summary>The kind of a type's frames.</summary>
    public static FrameKind OfType(ITypeSymbol? type) => !SupportTypes.IsFrameNumber(type) ? FrameKind.None : type!.Name switch
    {
        SupportTypes.Mfn => FrameKind.Machine,
        SupportTypes.Pfn => FrameKind.Pseudo,
        _ => FrameKind.Guest,
    };

    /// <summary>The kind of a number.</summary>
    public static FrameKind Of(IOperation value) => Of(value, MaximumDepth);

    private static FrameKind Of(IOperation value, int depth) => depth == 0 ? FrameKind.None : value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, depth - 1),
        IFieldReferenceOperation { Field.Name: SupportTypes.Value } member => OfType(member.Field.ContainingType),
        IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } binary => OfDistance(binary, depth),
        IConditionalOperation { WhenFalse: { } other } choice => Of(choice.WhenTrue, depth - 1) is var kind && Of(other, depth - 1) == kind ? kind : FrameKind.None,
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } initial ? Of(initial, depth - 1) : FrameKind.None,
        _ => FrameKind.None,
    };

    /// <summary>What lies a number of frames from one is of its kind; the distance between two is a number.</summary>
    private static FrameKind OfDistance(IBinaryOperation binary, int depth)
    {
        FrameKind left = Of(binary.LeftOperand, depth - 1);
        FrameKind right = Of(binary.RightOperand, depth - 1);
        return left == FrameKind.None && binary.OperatorKind == BinaryOperatorKind.Add ? right
            : right == FrameKind.None ? left
            : FrameKind.None;
    }
}
