using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>A number that a unit is converted from or to, on whichever side of the operator it stands.</summary>
internal static class ScaledNumber
{
    /// <summary>The number and what it is multiplied by, divided by or shifted by; the constant is the factor.</summary>
    public static (IOperation Number, IOperation Factor) Of(IBinaryOperation scaled) =>
        scaled.OperatorKind == BinaryOperatorKind.Multiply && IsFactor(scaled.LeftOperand) && !IsFactor(scaled.RightOperand)
            ? (scaled.RightOperand, scaled.LeftOperand)
            : (scaled.LeftOperand, scaled.RightOperand);

    /// <summary>Whether a number is the page size that .NET says the kernel has.</summary>
    public static bool IsPageSizeOfMachine(IOperation factor) => Outputs.Unconverted(factor) is IPropertyReferenceOperation
    {
        Property: { Name: "SystemPageSize", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } },
    };

    private static bool IsFactor(IOperation operand) => operand.ConstantValue.HasValue || IsPageSizeOfMachine(operand);
}
