using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Recognises what is behind a pointer, for which Roslyn has no operation of its own.</summary>
internal static class Dereference
{
    /// <summary>The pointer of <c>*p</c>, <c>p[i]</c> and of the left side of <c>p-&gt;x</c>; null for anything else.</summary>
    public static IOperation? PointerOf(IOperation operation) =>
        operation.Kind == OperationKind.None
        && operation.ChildOperations.FirstOrDefault() is { Type: IPointerTypeSymbol pointer } first
        && SymbolEqualityComparer.Default.Equals(pointer.PointedAtType, operation.Type)
            ? first
            : null;
}
