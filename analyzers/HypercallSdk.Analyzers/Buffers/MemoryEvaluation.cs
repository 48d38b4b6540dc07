using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Says of which memory an address is, whatever it is converted, moved or wrapped into.</summary>
internal static class MemoryEvaluation
{
    private const int PageSize = 4096;

    /// <summary>The memory that a value may be an address of.</summary>
    public static MemoryOrigins Of(IOperation? value, MemoryState state) => value switch
    {
        null => MemoryOrigins.None,
        ILocalReferenceOperation local => state[local.Local],
        IParameterReferenceOperation parameter => OfParameter(parameter, state),
        IFlowCaptureReferenceOperation capture => state[capture.Id],
        IConversionOperation { Operand.Type: IArrayTypeSymbol, Type.IsRefLikeType: true } span => OfArray(span.Operand, state),
        IConversionOperation conversion => Of(conversion.Operand, state),
        IAddressOfOperation address => AddressOf(address.Reference, state),
        IFieldReferenceOperation { Instance: { } instance } => IsStruct(instance) ? Of(instance, state) : MemoryOrigins.None,
        IPropertyReferenceOperation { Instance: { } instance } => IsStruct(instance) ? Of(instance, state) : MemoryOrigins.None,
        ISimpleAssignmentOperation assignment => Of(assignment.Value, state),
        IBinaryOperation binary => IsAddress(binary) ? Of(binary.LeftOperand, state).Union(Of(binary.RightOperand, state)) : MemoryOrigins.None,
        IUnaryOperation unary => Of(unary.Operand, state),
        ITupleOperation tuple => All(tuple.Elements, state),
        IInvocationOperation call => MemoryCalls.Of(call, state),
        IObjectCreationOperation { Type.IsValueType: true } creation => All(creation.Arguments.Select(static argument => argument.Value), state),
        IArrayCreationOperation array => MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Movable, array.Syntax, "new")),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } =>
            MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Stack, value.Syntax, "stackalloc")),
        { Kind: OperationKind.None } when Dereference.PointerOf(value) is { } pointer => Behind(Of(pointer, state), state),
        { Kind: OperationKind.None } => All(value.ChildOperations, state),
        _ => MemoryOrigins.None,
    };

    /// <summary>The memory that a variable, an element or what is behind a pointer lies in.</summary>
    public static MemoryOrigins AddressOf(IOperation place, MemoryState state) => place switch
    {
        ILocalReferenceOperation { Local.IsRef: true } local => state[local.Local],
        ILocalReferenceOperation local => MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Stack, local.Local, local.Local.Name)),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter =>
            MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Stack, parameter.Parameter, parameter.Parameter.Name)),
        IParameterReferenceOperation parameter => MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Movable, parameter.Parameter, parameter.Parameter.Name)),
        IFieldReferenceOperation { Field.IsStatic: true } field => MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Static, field.Field, field.Field.Name)),
        IFieldReferenceOperation { Instance: { } instance } field => OfField(field, instance, state),
        IArrayElementReferenceOperation element => OfArray(element.ArrayReference, state),
        IPropertyReferenceOperation { Instance: { } list, Arguments.Length: > 0 } => Of(list, state), // an element of a span
        IInvocationOperation call => MemoryCalls.Of(call, state),
        IConversionOperation conversion => AddressOf(conversion.Operand, state),
        _ when Dereference.PointerOf(place) is { } pointer => Of(pointer, state),
        _ => MemoryOrigins.None,
    };

    /// <summary>The memory of an array's elements.</summary>
    public static MemoryOrigins OfArray(IOperation array, MemoryState state)
    {
        MemoryOrigins known = Of(array, state);
        return !known.IsEmpty || PinnedElsewhere.MayBe(array) ? known : MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Movable, array.Syntax, array.Syntax.ToString()));
    }

    /// <summary>What some memory holds.</summary>
    public static MemoryOrigins Behind(MemoryOrigins memory, MemoryState state) => MemoryOrigins.Of(memory.SelectMany(origin => state[origin.Key]));

    /// <summary>What a span that somebody hands in lies in is not known: it may be an array.</summary>
    private static MemoryOrigins OfParameter(IParameterReferenceOperation parameter, MemoryState state) =>
        parameter.Type is { Name: "Span" or "ReadOnlySpan", IsRefLikeType: true } && state[parameter.Parameter].IsEmpty
            ? MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Movable, parameter.Parameter, parameter.Parameter.Name))
            : state[parameter.Parameter];

    private static MemoryOrigins OfField(IFieldReferenceOperation field, IOperation instance, MemoryState state) =>
        IsStruct(instance) || instance.Type is IPointerTypeSymbol ? AddressOf(instance, state)
        : PinnedElsewhere.MayBe(field) ? MemoryOrigins.None
        : MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Movable, field.Syntax, field.Syntax.ToString()));

    private static MemoryOrigins All(IEnumerable<IOperation> values, MemoryState state) =>
        values.Aggregate(MemoryOrigins.None, (known, value) => known.Union(Of(value, state)));

    private static bool IsStruct(IOperation instance) => instance.Type is { IsValueType: true };

    /// <summary>Whether what is computed is an address still, and not its place within a page, or an answer to a question.</summary>
    private static bool IsAddress(IBinaryOperation binary) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Or
            or BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => true,
        BinaryOperatorKind.Divide => binary.RightOperand.ConstantValue.HasValue,
        BinaryOperatorKind.And => !IsWithinPage(binary.RightOperand) && !IsWithinPage(binary.LeftOperand),
        _ => false,
    };

    private static bool IsWithinPage(IOperation mask) => mask.ConstantValue is { HasValue: true, Value: { } value } && value switch
    {
        int number => number is >= 0 and < PageSize,
        uint number => number < PageSize,
        long number => number is >= 0 and < PageSize,
        ulong number => number < PageSize,
        _ => false,
    };
}
