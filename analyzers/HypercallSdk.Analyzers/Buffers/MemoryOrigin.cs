using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Memory that an address may be of.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Key">What tells it from other memory: a variable, or the syntax that made it.</param>
/// <param name="Name">How the author calls it.</param>
internal readonly record struct MemoryOrigin(MemoryKind Kind, object Key, string Name)
{
    /// <summary>Whether the memory may be elsewhere, or somebody else's, where its address is used.</summary>
    public bool MayHaveMoved(SyntaxNode use) => Kind switch
    {
        MemoryKind.Movable or MemoryKind.Freed => true,
        MemoryKind.Fixed => !((SyntaxNode)Key).Span.Contains(use.Span),
        _ => false,
    };

    /// <summary>Whether a handle pins the memory.</summary>
    public bool IsPinnedBy(object handle) => Kind == MemoryKind.Handle && Key.Equals(handle);

    /// <summary>Whether the memory is somebody else's once its method has returned.</summary>
    public bool EndsWithMethod => Kind is MemoryKind.Stack or MemoryKind.Fixed or MemoryKind.Movable or MemoryKind.Freed;

    /// <summary>What a pointer of a <c>fixed</c> statement points to.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="pinned">What the statement pins; null when it is not known.</param>
    /// <returns>The memory; null when the statement cannot be found.</returns>
    public static MemoryOrigin? OfFixed(ILocalSymbol pointer, IOperation? pinned)
    {
        SyntaxNode? statement = pointer.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<FixedStatementSyntax>();
        return statement is null ? null
            : pinned is not null && IsLasting(pinned) ? new MemoryOrigin(MemoryKind.Static, statement, pointer.Name)
            : new MemoryOrigin(MemoryKind.Fixed, statement, pointer.Name);
    }

    /// <summary>Whether something is part of the program and not of its heap: a variable of a class, or a text in UTF-8.</summary>
    private static bool IsLasting(IOperation pinned) => pinned.DescendantsAndSelf().Any(static part => part.Kind == OperationKind.Utf8String
        || part is IFieldReferenceOperation { Field: { IsStatic: true, Type: { IsValueType: true, IsRefLikeType: false } } });
}
