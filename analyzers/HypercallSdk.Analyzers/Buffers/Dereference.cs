using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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

    /// <summary>The pointer behind which a place lies, in a member or an element perhaps; null when no pointer leads to it.</summary>
    public static IOperation? RootOf(IOperation? place)
    {
        while (place is IMemberReferenceOperation member)
        {
            place = member.Instance;
        }

        return place is null ? null : PointerOf(place);
    }
}
