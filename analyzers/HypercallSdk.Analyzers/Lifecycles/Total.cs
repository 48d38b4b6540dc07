using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>A variable that grows whenever an operation is done: a counter, a list, or the next place in an endless loop.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Growth">Where it grows.</param>
/// <param name="Declarations">Knows the operations.</param>
internal sealed record Total(ISymbol Variable, IOperation Growth, OperationDeclarations Declarations)
{
    private const string Collections = "System.Collections";

    /// <summary>The variables that outlast what may be done any number of times, and grow in it.</summary>
    /// <param name="scope">The method, or the loop.</param>
    /// <param name="call">The operation's call.</param>
    /// <param name="declarations">Knows the operations.</param>
    public static IReadOnlyList<Total> AllIn(IOperation scope, OperationCall call, OperationDeclarations declarations) =>
    [
        .. from part in scope.Descendants()
           let variable = GrownBy(part)
           where variable is not null && Outlasts(variable, scope) && (!SupportTypes.IsFrame(SupportTypes.TypeOf(variable)) || (scope is ILoopOperation && IsPlaceOf(variable, call)))
           select new Total(variable, part, declarations),
    ];

    /// <summary>Whether nobody holds it against a limit, or could: nobody else knows it.</summary>
    public bool IsNeverCompared() => References() is { } all && all.All(reference => TotalUse.SaysNothing(reference, Declarations));

    private static ISymbol? GrownBy(IOperation part) => part switch
    {
        IIncrementOrDecrementOperation { Kind: OperationKind.Increment } step => VariableOf(step.Target),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } step => VariableOf(step.Target),
        ISimpleAssignmentOperation { Value: var value, Target: var target } when Outputs.Unconverted(value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && VariableOf(target) is { } variable && SymbolEqualityComparer.Default.Equals(VariableOf(Outputs.Unconverted(sum.LeftOperand)), variable) => variable,
        IInvocationOperation { TargetMethod: { Name: "Add" or "Push" or "Enqueue" or "AddLast" } method, Instance: { } list }
            when method.ContainingNamespace.ToDisplayString().StartsWith(Collections, System.StringComparison.Ordinal) => VariableOf(list),
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
        _ => null,
    };

    /// <summary>Whether a variable is still there when all is done again.</summary>
    private static bool Outlasts(ISymbol variable, IOperation scope) => variable switch
    {
        ILocalSymbol local => scope is ILoopOperation && local.DeclaringSyntaxReferences.All(place => !((ILoopOperation)scope).Body.Syntax.Span.Contains(place.Span)),
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private } => true,
        IPropertySymbol { DeclaredAccessibility: Accessibility.Private } property => property.DeclaringSyntaxReferences
            .All(static place => place.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
                && accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null)),
        _ => false,
    };

    /// <summary>Whether a variable says where a call maps.</summary>
    private static bool IsPlaceOf(ISymbol variable, OperationCall call) =>
        call.Invocation.Arguments.Any(argument => argument.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(VariableOf(part), variable)));

    /// <summary>Where the variable is spoken of; null when that is also where this cannot look.</summary>
    private List<IOperation>? References()
    {
        if (Variable is ILocalSymbol local)
        {
            return [.. LocalUse.Root(Growth).Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))];
        }

        List<IOperation> all = [];
        foreach (SyntaxNode type in Variable.ContainingType.DeclaringSyntaxReferences.Select(static place => place.GetSyntax()))
        {
            foreach (IdentifierNameSyntax name in type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == Variable.Name))
            {
                if (type.SyntaxTree != Growth.Syntax.SyntaxTree || ReferenceOf(name) is not { } reference)
                {
                    return null;
                }

                all.Add(reference);
            }
        }

        return all;
    }

    private IOperation? ReferenceOf(IdentifierNameSyntax name) =>
        Growth.SemanticModel?.GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name);
}
