using System.Linq;
using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>Tells of which family an expression is.</summary>
/// <param name="declarations">Knows the operations.</param>
internal sealed class ErrorFamilies(OperationDeclarations declarations)
{
    private const int MaximumDepth = 8;

    /// <summary>The family; null for zero, which all have for a success, and for whatever is no error.</summary>
    public ErrorFamily? Of(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: { } constant } && IsZero(constant) ? null : Of(value, MaximumDepth);

    /// <summary>Whether an expression is the number -1 and names no error.</summary>
    public static bool IsMinusOne(IOperation value) => Outputs.Unconverted(value) is { ConstantValue: { HasValue: true, Value: -1 or -1L } } number
        && !number.DescendantsAndSelf().Any(static part => part is IMemberReferenceOperation);

    private ErrorFamily? Of(IOperation? value, int depth)
    {
        if (value is null || depth == 0)
        {
            return null;
        }

        if (OfType(value.Type) is { } typed)
        {
            return typed;
        }

        return value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, depth),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus => Negated(Of(minus.Operand, depth)),
            IFieldReferenceOperation { Field.Name: ResultTypes.Value } field when ResultTypes.IsXenResult(field.Field.ContainingType) => ErrorFamily.NegatedErrno,
            IInvocationOperation { TargetMethod: { Name: "GetLastPInvokeError" or "GetLastWin32Error" or "GetLastSystemError", ContainingType.Name: "Marshal" } } => ErrorFamily.Host,
            ILocalReferenceOperation local when IsOutcomeBuffer(local) => ErrorFamily.NegatedErrno,
            ILocalReferenceOperation local => Of(LocalUse.OnlyValueOf(local), depth - 1),
            { Kind: OperationKind.None } => value.ChildOperations.FirstOrDefault() is ILocalReferenceOperation { Type: IPointerTypeSymbol } pointer && IsOutcomeBuffer(pointer)
                ? ErrorFamily.NegatedErrno // an element: Roslyn has no operation for it
                : null,
            _ => null,
        };
    }

    /// <summary>The family of a type's every value.</summary>
    public static ErrorFamily? OfType(ITypeSymbol? type) => ResultTypes.IsErrno(type) ? ErrorFamily.Errno
        : type is { TypeKind: TypeKind.Enum } && Outputs.IsOutcome(type) ? ErrorFamily.Status
        : null;

    /// <summary>Whether a local is where a call writes each part's negated error: a pointer, or a variable by its address.</summary>
    private bool IsOutcomeBuffer(ILocalReferenceOperation local) => LocalUse.Root(local).DescendantsAndSelf()
        .OfType<IInvocationOperation>()
        .Select(declarations.Of)
        .OfType<OperationCall>()
        .SelectMany(Outputs.OutcomesOf)
        .Any(outcome => outcome.Declared.Type is IPointerTypeSymbol
            && (Outputs.Unconverted(outcome.Argument.Value) switch
            {
                ILocalReferenceOperation buffer => buffer,
                IAddressOfOperation { Reference: ILocalReferenceOperation variable } => variable,
                _ => null,
            })
            is { } place && SymbolEqualityComparer.Default.Equals(place.Local, local.Local));

    private static ErrorFamily? Negated(ErrorFamily? family) => family switch
    {
        ErrorFamily.Errno => ErrorFamily.NegatedErrno,
        ErrorFamily.NegatedErrno => ErrorFamily.Errno,
        _ => family,
    };

    private static bool IsZero(object constant) => constant is 0 or 0L or 0U or 0UL or (short)0 or (ushort)0 or (sbyte)0 or (byte)0;
}
