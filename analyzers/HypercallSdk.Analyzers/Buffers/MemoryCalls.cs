using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>What the methods do with addresses that make, wrap and move them.</summary>
internal static class MemoryCalls
{
    private static readonly ImmutableHashSet<string> Native = ImmutableHashSet.Create(
        "Alloc", "AllocZeroed", "AlignedAlloc", "Realloc", "AlignedRealloc", "AllocHGlobal", "AllocCoTaskMem");

    /// <summary>The memory that a method's result may be an address of.</summary>
    public static MemoryOrigins Of(IInvocationOperation call, MemoryState state) => (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        ("Unsafe", "AsPointer" or "As" or "AsRef" or "Add" or "Subtract" or "AddByteOffset") => First(call, state),
        ("MemoryMarshal", "GetReference" or "GetArrayDataReference" or "Cast" or "AsBytes" or "CreateSpan" or "CreateReadOnlySpan") => First(call, state),
        ("Marshal", "UnsafeAddrOfPinnedArrayElement") => First(call, state),
        ("MemoryExtensions", "AsSpan") => First(call, state),
        ("Span" or "ReadOnlySpan", "Slice" or "GetPinnableReference" or "op_Implicit") => call.Instance is { } span ? MemoryEvaluation.Of(span, state) : First(call, state),
        ("GCHandle", "Alloc") => MemoryOrigins.Of(Pin(call)),
        ("GCHandle", "AddrOfPinnedObject") => MemoryEvaluation.Of(call.Instance, state),
        ("GC", "AllocateArray" or "AllocateUninitializedArray") => MemoryOrigins.Of(Allocated(call)),
        ("ArrayPool", "Rent") => MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Movable, call.Syntax, call.Syntax.ToString())),
        ("NativeMemory" or "Marshal", { } name) when Native.Contains(name) => MemoryOrigins.Of(new MemoryOrigin(MemoryKind.Native, call.Syntax, call.TargetMethod.Name)),
        _ => IsTranslation(call.TargetMethod) ? Arguments(call, state) : MemoryOrigins.None,
    };

    /// <summary>The variable of the handle that a call frees; null when it frees none.</summary>
    public static ISymbol? FreedBy(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Free", ContainingType.Name: "GCHandle" }, Instance: ILocalReferenceOperation handle } ? handle.Local : null;

    /// <summary>Whether a method says where something lies in other words: of an address a frame, or of a frame an address.</summary>
    private static bool IsTranslation(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { IsValueType: true, Name: "Gfn" or "Gfn64" or "Mfn" or "Pfn" or "GuestPhysicalAddress" }
        && method.Parameters.Count(static parameter => parameter.Type is IPointerTypeSymbol || IsAddress(parameter.Type)) == 1;

    private static bool IsAddress(ITypeSymbol type) => type.SpecialType is SpecialType.System_UInt64 or SpecialType.System_UIntPtr or SpecialType.System_IntPtr
        || SupportTypes.IsFrame(type);

    private static MemoryOrigins Arguments(IInvocationOperation call, MemoryState state) => call.Arguments.Aggregate(
        MemoryOrigins.None, (known, argument) => known.Union(MemoryEvaluation.Of(argument.Value, state)));

    private static MemoryOrigins First(IInvocationOperation call, MemoryState state) =>
        (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) ?? call.Arguments.FirstOrDefault()) is not { } first ? MemoryOrigins.None
        : first.Value.Type is IArrayTypeSymbol ? MemoryEvaluation.OfArray(first.Value, state)
        : first.Parameter?.RefKind is RefKind.None or null ? MemoryEvaluation.Of(first.Value, state)
        : MemoryEvaluation.AddressOf(first.Value, state);

    private static MemoryOrigin Pin(IInvocationOperation call)
    {
        IOperation? type = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 1)?.Value;
        bool isPinned = type is IFieldReferenceOperation { Field.Name: "Pinned" } || (type is not null && !type.ConstantValue.HasValue);
        object key = Results.LocalUse.TargetOf(call) ?? (object)call.Syntax;
        return new MemoryOrigin(isPinned ? MemoryKind.Handle : MemoryKind.Movable, key, call.Arguments.FirstOrDefault()?.Value.Syntax.ToString() ?? "GCHandle");
    }

    private static MemoryOrigin Allocated(IInvocationOperation call) => new(
        call.Arguments.Any(static argument => argument.Parameter?.Name == "pinned" && argument.Value.ConstantValue is not { HasValue: true, Value: false })
            ? MemoryKind.PinnedArray
            : MemoryKind.Movable,
        call.Syntax,
        call.TargetMethod.Name);
}
