using System.Linq;
using HypercallSdk.Generators.Conduits;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Emission;

/// <summary>What the guest's core library and other references have of the few types that emitted code can do without.</summary>
/// <param name="HasStructLayout">Whether <c>StructLayoutAttribute</c> is there.</param>
/// <param name="HasSuppressGCTransition">Whether <c>SuppressGCTransitionAttribute</c> is there.</param>
/// <param name="HasSkipLocalsInit">Whether <c>SkipLocalsInitAttribute</c> is there.</param>
/// <param name="HasAggressiveInlining">Whether <c>MethodImplOptions.AggressiveInlining</c> is there.</param>
/// <param name="Import">What there is to import a stub with.</param>
/// <param name="HasRuntimeImport">Whether <c>RuntimeImportAttribute</c> is there for the guest to name, as in a core library of its own.</param>
/// <param name="HasHook">
/// Whether a referenced project offers its hook, as the one that embeds the support for a solution does: hypercalls of both
/// then go through that one, and a second class of its name would only be in its way.
/// </param>
/// <param name="HasSpan">Whether there are spans that a pointer can be taken of.</param>
/// <param name="ConstantData">How constants can be data.</param>
/// <param name="HasSuppressGCTransitionCall">Whether a function pointer's type can say what <c>SuppressGCTransition</c> says of an import.</param>
internal sealed record GuestCorlib(
    bool HasStructLayout,
    bool HasSuppressGCTransition,
    bool HasSkipLocalsInit,
    bool HasAggressiveInlining,
    ImportForm Import,
    bool HasRuntimeImport,
    bool HasHook,
    bool HasSpan,
    ConstantData ConstantData,
    bool HasSuppressGCTransitionCall)
{
    private const string RuntimeImport = "System.Runtime.RuntimeImportAttribute";

    /// <summary>Looks for the types, once a compilation.</summary>
    public static GuestCorlib Probe(Compilation compilation) => new(
        Find(compilation, "System.Runtime.InteropServices.StructLayoutAttribute") is not null,
        Find(compilation, "System.Runtime.InteropServices.SuppressGCTransitionAttribute") is not null,
        Find(compilation, "System.Runtime.CompilerServices.SkipLocalsInitAttribute") is not null,
        HasMethodImplOption(compilation, "AggressiveInlining"),
        ImportOf(compilation),
        Find(compilation, RuntimeImport) is not null,
        compilation.GetTypeByMetadataName(HookConduit.ClassName) is { DeclaredAccessibility: Accessibility.Public },
        HasPinnableSpan(compilation, "System.Span`1") && HasPinnableSpan(compilation, "System.ReadOnlySpan`1"),
        ConstantDataOf(compilation),
        HasSuppressGCTransitionConvention(compilation));

    private static ConstantData ConstantDataOf(Compilation compilation) =>
        Find(compilation, "System.ReadOnlySpan`1") is null ? ConstantData.None
        : !HasPinnableSpan(compilation, "System.ReadOnlySpan`1") ? ConstantData.Hidden
        : Find(compilation, "System.Runtime.CompilerServices.RuntimeHelpers")?.GetMembers("CreateSpan").IsEmpty == false ? ConstantData.Words
        : ConstantData.Bytes;

    /// <summary>The compiler looks for these in the core library itself, and for nothing that could be emitted instead.</summary>
    private static bool HasSuppressGCTransitionConvention(Compilation compilation)
    {
        IAssemblySymbol library = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly;
        const string Services = "System.Runtime.CompilerServices.";
        return library.GetTypeByMetadataName(Services + "CallConvSuppressGCTransition") is not null
            && library.GetTypeByMetadataName(Services + "CallConvCdecl") is not null
            && library.GetTypeByMetadataName(Services + "RuntimeFeature")?.GetMembers("UnmanagedSignatureCallingConvention").IsEmpty == false;
    }

    private static bool HasPinnableSpan(Compilation compilation, string metadataName) =>
        Find(compilation, metadataName) is { } type && !type.GetMembers("GetPinnableReference").IsEmpty && !type.GetMembers("Length").IsEmpty;

    /// <summary>The type, if the guest may name it: another assembly's internal one is as good as none.</summary>
    private static INamedTypeSymbol? Find(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is { } type && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            ? type
            : null;

    private static bool HasMethodImplOption(Compilation compilation, string option) =>
        Find(compilation, "System.Runtime.CompilerServices.MethodImplAttribute") is not null
        && Find(compilation, "System.Runtime.CompilerServices.MethodImplOptions") is { } options
        && !options.GetMembers(option).IsEmpty;

    /// <summary>One that is not there is declared by the emitted code; one that is there but made otherwise is in its way.</summary>
    private static bool TakesSymbol(INamedTypeSymbol? attribute) => attribute is null || attribute.InstanceConstructors
        .Any(static constructor => constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }]);

    private static ImportForm ImportOf(Compilation compilation)
    {
        if (HasMethodImplOption(compilation, "InternalCall") && TakesSymbol(Find(compilation, RuntimeImport)))
        {
            return ImportForm.RuntimeImport;
        }

        if (Find(compilation, "System.Runtime.InteropServices.DllImportAttribute") is not { } attribute)
        {
            return ImportForm.None;
        }

        return attribute.GetMembers("EntryPoint").Any(static member => member is IFieldSymbol or IPropertySymbol)
            ? ImportForm.ByEntryPoint
            : ImportForm.ByMethodName;
    }
}
