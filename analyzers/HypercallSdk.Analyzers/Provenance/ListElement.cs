using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>Recognises an element of an array, a span, a collection, or of what a pointer points at.</summary>
internal static class ListElement
{
    /// <summary>The list and, where it is constant, the index of an element.</summary>
    public static (IOperation List, int? Index)? Of(IOperation operation)
    {
        switch (operation)
        {
            case IArrayElementReferenceOperation { Indices: [IOperation index] } element:
                return (element.ArrayReference, Constant(index));
            case IArrayElementReferenceOperation element:
                return (element.ArrayReference, null);
            case IPropertyReferenceOperation { Instance: IOperation instance, Arguments: [IArgumentOperation index] } element
                when Calls.Mentions(element.Property.OriginalDefinition.Type):
                return (instance, Constant(index.Value));
            case { Kind: OperationKind.None, Type: not IPointerTypeSymbol }:
                IOperation[] children = [.. operation.ChildOperations];
                return children is [{ Type: IPointerTypeSymbol } pointer, ..] && IsPointerSyntax(operation.Syntax)
                    ? (pointer, children is [_, IOperation offset] ? Constant(offset) : 0)
                    : null;
            default:
                return null;
        }
    }

    private static bool IsPointerSyntax(SyntaxNode syntax) =>
        syntax is PrefixUnaryExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax;

    private static int? Constant(IOperation index) =>
        index.ConstantValue is { HasValue: true, Value: int value and >= 0 } ? value : null;
}
