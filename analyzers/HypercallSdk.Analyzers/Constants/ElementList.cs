using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>
/// The elements of <c>stackalloc</c> and of collection expressions. Roslyn 4.8 has no kind of operation for these, only their
/// children; they are told apart by syntax.
/// </summary>
internal static class ElementList
{
    /// <summary>Whether the syntax lists elements and does nothing else with them.</summary>
    public static bool IsElementList(SyntaxNode syntax) => syntax is CollectionExpressionSyntax
        or StackAllocArrayCreationExpressionSyntax
        or ImplicitStackAllocArrayCreationExpressionSyntax
        || (syntax is InitializerExpressionSyntax && syntax.IsKind(SyntaxKind.ArrayInitializerExpression));

    /// <summary>Whether the compiler makes the list, of the arguments of a <c>params</c> span (C# 13).</summary>
    public static bool IsParams(IOperation operation) => operation.IsImplicit
        && (operation.Parent is IConversionOperation conversion ? conversion.Parent : operation.Parent)
            is IArgumentOperation { Parameter.IsParams: true };
}
