using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>The number in a result: what <c>result.Value</c> is, or a local that holds it.</summary>
/// <param name="Type">The result's type.</param>
/// <param name="Result">The result that the number is taken from.</param>
internal readonly record struct RegisterValue(INamedTypeSymbol Type, IOperation? Result)
{
    /// <summary>Chains of locals are short.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The number that an expression is, sign changes and widening aside; null when it is something else.</summary>
    public static RegisterValue? Of(IOperation? operation) => Of(operation, MaximumDepth);

    private static RegisterValue? Of(IOperation? operation, int depth) => depth == 0 ? null : operation switch
    {
        IMemberReferenceOperation { Member: { Name: ResultTypes.Value, ContainingType: { } type } } member when ResultTypes.IsResult(type) =>
            new RegisterValue(type, member.Instance),
        IConversionOperation { OperatorMethod: null } conversion when IsWide(conversion.Type) => Of(conversion.Operand, depth),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus => Of(minus.Operand, depth),
        ILocalReferenceOperation local when IsWide(local.Type) => Of(LocalUse.OnlyValueOf(local), depth - 1),
        _ => null,
    };

    private static bool IsWide(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;
}
