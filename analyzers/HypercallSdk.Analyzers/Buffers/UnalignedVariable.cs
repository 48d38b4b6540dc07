using System.Linq;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>
/// Recognises the place within its page of a variable that the compiler put wherever there was room: C# aligns nothing more strictly
/// than its own largest number.
/// </summary>
internal static class UnalignedVariable
{
    private const int PageSize = 4096;

    /// <summary>The variable whose place a value is; null when it is something else, or the method looks at it by itself.</summary>
    public static string? Of(IOperation value)
    {
        IOperation computed = Resolve(value);
        return computed is IBinaryOperation binary && IsWithinPage(binary) && Variable(Resolve(binary.LeftOperand)) is { } variable
            && !IsCompared(value) && !IsCompared(binary.LeftOperand)
            ? variable
            : null;
    }

    private static bool IsWithinPage(IBinaryOperation binary) =>
        (binary.OperatorKind == BinaryOperatorKind.And && IsConstant(binary.RightOperand, PageSize - 1))
        || (binary.OperatorKind == BinaryOperatorKind.Remainder && IsConstant(binary.RightOperand, PageSize));

    private static bool IsConstant(IOperation operand, int number) =>
        operand.ConstantValue is { HasValue: true, Value: { } value } && value is not string && value.ToString() == number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Variable(IOperation address) => address switch
    {
        IAddressOfOperation { Reference: ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } } of =>
            of.Reference.Syntax.ToString(),
        ILocalReferenceOperation { Local.IsFixed: true } pinned => pinned.Local.Name,
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => "stackalloc",
        _ => null,
    };

    /// <summary>What is converted, and what a local was declared as.</summary>
    private static IOperation Resolve(IOperation value)
    {
        IOperation unconverted = Outputs.Unconverted(value);
        return unconverted is ILocalReferenceOperation { Local.IsFixed: false } local && LocalUse.OnlyValueOf(local) is { } only && only != value
            ? Resolve(only)
            : unconverted;
    }

    /// <summary>Whether the method compares the local that a value is in, which is how one finds out whether something crosses a page.</summary>
    private static bool IsCompared(IOperation value)
    {
        for (IOperation next = Outputs.Unconverted(value); next is ILocalReferenceOperation local; next = Outputs.Unconverted(next))
        {
            if (LocalUse.ReadsOf(local.Local, local).Any(static read => IsPartOfComparison(read)))
            {
                return true;
            }

            if (LocalUse.OnlyValueOf(local) is not { } only)
            {
                return false;
            }

            next = only;
        }

        return false;
    }

    private static bool IsPartOfComparison(IOperation read)
    {
        IOperation? at = read.Parent;
        while (at is IConversionOperation || (at is IBinaryOperation binary && !IsComparison(binary)))
        {
            at = at.Parent;
        }

        return at is IBinaryOperation;
    }

    private static bool IsComparison(IBinaryOperation binary) => binary.Type?.SpecialType == SpecialType.System_Boolean;
}
