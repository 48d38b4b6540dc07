using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>Recognises the conditions that tell a call's failure from its success.</summary>
internal static class ResultTest
{
    /// <summary>The result that a condition asks whether it failed, and whether the condition holds if it did.</summary>
    public static (IOperation Result, bool OnFailure)? Of(IOperation? condition) => condition switch
    {
        IPropertyReferenceOperation { Instance: { } result, Property.Name: ResultTypes.IsFailure } => (result, true),
        IPropertyReferenceOperation { Instance: { } result, Property.Name: ResultTypes.IsSuccess } => (result, false),
        IIsPatternOperation { Value: { } result, Pattern: IRecursivePatternOperation { PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property.Name: { } name }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } } }] } }
            when name is ResultTypes.IsFailure or ResultTypes.IsSuccess => (result, wanted == (name == ResultTypes.IsFailure)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, LeftOperand: IFieldReferenceOperation { Instance: { } result, Field.Name: ResultTypes.Value } } less
            when less.RightOperand.ConstantValue is { HasValue: true, Value: 0L } => (result, true),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThanOrEqual, LeftOperand: IFieldReferenceOperation { Instance: { } result, Field.Name: ResultTypes.Value } } least
            when least.RightOperand.ConstantValue is { HasValue: true, Value: 0L } => (result, false),
        _ => null,
    };
}
