using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>
/// The elements of <c>stackalloc</c>, of collection expressions, and of an array that is pinned. Roslyn 4.8 has no kind
/// of operation for these, only their children; they are told apart by syntax.
/// </summary>
internal static class ElementList
{
    /// <summary>The operations that make the elements; none for any other expression.</summary>
    public static IEnumerable<IOperation?> Of(IOperation operation) =>
        IsElementList(operation.Syntax) || IsPinning(operation) || IsParams(operation)
            ? operation.ChildOperations.ToArray()
            : [];

    /// <summary>Whether the syntax lists elements and does nothing else with them.</summary>
    public static bool IsElementList(SyntaxNode syntax) => syntax is CollectionExpressionSyntax
        or StackAllocArrayCreationExpressionSyntax
        or ImplicitStackAllocArrayCreationExpressionSyntax
        || (syntax is InitializerExpressionSyntax && syntax.IsKind(SyntaxKind.ArrayInitializerExpression));

    /// <summary>Whether the operation makes a pointer of what a <c>fixed</c> statement pins.</summary>
    public static bool IsPinning(IOperation operation) => operation is
    {
        Kind: OperationKind.None,
        Type: IPointerTypeSymbol,
        Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsFixed: true } },
    };

    /// <summary>Whether the compiler makes the list, of the arguments of a <c>params</c> span (C# 13).</summary>
    private static bool IsParams(IOperation operation) => operation.IsImplicit
        && (operation.Parent is IConversionOperation conversion ? conversion.Parent : operation.Parent)
            is IArgumentOperation { Parameter.IsParams: true };
}
