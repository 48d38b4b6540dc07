using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Whether a variable's value goes where another method may use it to undo a mapping.</summary>
/// <param name="declarations">Knows the operations, which keep nothing.</param>
internal sealed class Escape(OperationDeclarations declarations)
{
    /// <summary>Whether the value of a reference gets away.</summary>
    public bool IsOf(IOperation reference)
    {
        IOperation value = Whole(reference);
        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation invocation } => declarations.Of(invocation) is null,
            ISimpleAssignmentOperation assignment => assignment.Value == value && assignment.Target is not IDiscardOperation,
            IBinaryOperation or IUnaryOperation or IExpressionStatementOperation or IIsPatternOperation or IArrayElementReferenceOperation => false,
            null when value.Type?.SpecialType == SpecialType.System_Boolean => false,
            { Kind: OperationKind.None } => value != reference, // what is read through a pointer, in Roslyn 4.8
            _ => true,
        };
    }

    /// <summary>The phases of a frame's mapping in which the frame must not go where a reference to it goes; none where any may.</summary>
    public static MappingPhase Unfit(IOperation reference)
    {
        IOperation value = Whole(reference);
        return value.Parent switch
        {
            IArgumentOperation { Parameter: { } parameter } when parameter.OriginalDefinition.Find(AttributeNames.MapTarget) is not null => MappingPhase.StillThere,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment
                when assignment.Value == value && member.Member.OriginalDefinition.Find(AttributeNames.Proven) is not null => MappingPhases.Doubtful,
            _ => default,
        };
    }

    /// <summary>The variables that lambdas and local functions share with what is around them.</summary>
    public static IEnumerable<ISymbol> Captured(IOperation block) =>
        from function in block.DescendantsAndSelf()
        let symbol = (function as IAnonymousFunctionOperation)?.Symbol ?? (function as ILocalFunctionOperation)?.Symbol
        where symbol is not null
        from reference in function.Descendants()
        let variable = (ISymbol?)(reference as ILocalReferenceOperation)?.Local ?? (reference as IParameterReferenceOperation)?.Parameter
        where variable is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, symbol)
        select variable;

    /// <summary>What a variable is a part of, and still says which frame or handle it is.</summary>
    private static IOperation Whole(IOperation value)
    {
        while (value.Parent is IConversionOperation or IAddressOfOperation || IsRead(value))
        {
            value = value.Parent!;
        }

        return value;
    }

    private static bool IsRead(IOperation value) => value.Parent switch
    {
        IPropertyReferenceOperation property => property.Instance == value && SupportTypes.IsFrame(value.Type),
        IFieldReferenceOperation field => field.Instance == value,
        _ => false,
    };
}
