using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// Knows methods as Xen's operations, by the C name that their declaration gives: the interface's own methods, the emitted
/// trampolines and the emitted implementation alike.
/// </summary>
internal sealed class XenOperations
{
    /// <summary>Xen's answer to where nothing lives; proposed, and stale as soon as anything else is mapped.</summary>
    public const string GetUnallocatedSpace = "XENMEM_get_unallocated_space";

    /// <summary>Takes pages from the guest: their frames become holes.</summary>
    public const string DecreaseReservation = "XENMEM_decrease_reservation";

    /// <summary>Puts pages of the guest's own at frames.</summary>
    public const string PopulatePhysmap = "XENMEM_populate_physmap";

    private const string AddToPhysmap = "XENMEM_add_to_physmap";
    private const string AddToPhysmapBatch = "XENMEM_add_to_physmap_batch";

    /// <summary>The emitted struct that implements a hypercall's interface.</summary>
    private const string Direct = "Direct";

    // Each puts something at a guest frame, which then is no longer where nothing lives.
    private static readonly HashSet<string> Occupying =
    [
        "XENMEM_increase_reservation", PopulatePhysmap, AddToPhysmap, AddToPhysmapBatch,
        "XENMEM_exchange", "XENMEM_acquire_resource", "GNTTABOP_map_grant_ref",
    ];

    private readonly ConcurrentDictionary<ISymbol, string?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The C name of the operation that a method is; null when it is none.</summary>
    public string? NameOf(IMethodSymbol method) => _known.GetOrAdd(method.OriginalDefinition, static asked => Find((IMethodSymbol)asked));

    /// <summary>Whether the operation puts something at a guest frame.</summary>
    public static bool Occupies(string? operation) => operation is not null && Occupying.Contains(operation);

    /// <summary>Whether the operation is one of the two that map pages of a map space.</summary>
    public static bool AddsToPhysmap(string? operation) => operation is AddToPhysmap or AddToPhysmapBatch;

    private static string? Find(IMethodSymbol method)
    {
        INamedTypeSymbol? type = method.ContainingType;
        if (type is null || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
        {
            return null;
        }

        IEnumerable<INamedTypeSymbol> declaring = type.TypeKind == TypeKind.Interface ? [type]
            : type.Name == Direct ? type.Interfaces
            : type.GetTypeMembers(Direct).SelectMany(static direct => direct.Interfaces);
        return declaring
            .SelectMany(contract => contract.GetMembers(method.Name))
            .SelectMany(static declared => declared.GetAttributes())
            .Where(static attribute => SupportTypes.IsHypercallOp(attribute.AttributeClass))
            .SelectMany(static attribute => attribute.ConstructorArguments)
            .Select(static argument => argument.Value as string)
            .FirstOrDefault(static name => name is not null);
    }
}
