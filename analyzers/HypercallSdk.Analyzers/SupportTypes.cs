using System.Linq;
using HypercallSdk.Analyzers.Constants;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers;

/// <summary>
/// Recognises the guest-side types by their full name and nothing else: every assembly of a solution may carry a copy
/// of the support source of its own, and each copy counts.
/// </summary>
internal static class SupportTypes
{
    /// <summary>The field of both frame types that holds their number.</summary>
    public const string Value = "Value";

    /// <summary>The static property of <c>Gfn</c> that names no frame.</summary>
    public const string Invalid = "Invalid";

    /// <summary>The property of <c>GuestPhysicalAddress</c> that gives its frame.</summary>
    public const string Frame = "Frame";

    /// <summary>The property of <c>Gfn</c> that gives its address.</summary>
    public const string Address = "Address";

    /// <summary>The property of <c>AddressRange</c> that gives the address behind its last one.</summary>
    public const string End = "End";

    /// <summary>The method of both frame types by which the author vouches for a number.</summary>
    public const string Unproven = "Unproven";

    /// <summary>The type of a machine frame's number.</summary>
    public const string Mfn = "Mfn";

    /// <summary>The type of the number by which a PV guest counts a frame of its own.</summary>
    public const string Pfn = "Pfn";

    private const int MaximumNesting = 4;
    private const string Namespace = "HypercallSdk";
    private const string XenNamespace = "Xen";
    private const string ProvenAttribute = "ProvenAttribute";
    private const string AddressRange = "AddressRange";
    private const string HypervisorRegions = "HypervisorRegions";
    private const string MemoryBanks = "MemoryBanks";
    private const string UnallocatedRegion = "UnallocatedRegion";
    private const string Gfn64 = "Gfn64";
    private const string MapTargetAttribute = "MapTargetAttribute";
    private const string Gfn = "Gfn";
    private const string GuestPhysicalAddress = "GuestPhysicalAddress";

    /// <summary>Whether the compilation can have a map target at all.</summary>
    public static bool ArePresent(Compilation compilation) =>
        IsDeclared(compilation, MapTargetAttribute)
        && (IsDeclared(compilation, Gfn) || IsDeclared(compilation, GuestPhysicalAddress));

    /// <summary>Whether the type is <c>MapTargetAttribute</c>.</summary>
    public static bool IsMapTarget(INamedTypeSymbol? attribute) => IsNamed(attribute, MapTargetAttribute);

    /// <summary>Whether the type is <c>ProvenAttribute</c>.</summary>
    public static bool IsProven(INamedTypeSymbol? attribute) => IsNamed(attribute, ProvenAttribute);

    /// <summary>Whether the type is <c>AddressRange</c>.</summary>
    public static bool IsAddressRange(ITypeSymbol? type) => IsNamed(type, AddressRange);

    /// <summary>Whether the type is <c>HypervisorRegions</c>: what the device tree says to be free.</summary>
    public static bool IsHypervisorRegions(ITypeSymbol? type) => IsNamed(type, HypervisorRegions);

    /// <summary>Whether the type is <c>MemoryBanks</c>: what the device tree says to be the guest's own memory.</summary>
    public static bool IsMemoryBanks(ITypeSymbol? type) => IsNamed(type, MemoryBanks);

    /// <summary>Whether the type is <c>UnallocatedRegion</c>, Xen's answer to the proposed query.</summary>
    public static bool IsUnallocatedRegion(ITypeSymbol? type) => IsNamedInXen(type, UnallocatedRegion);

    /// <summary>Whether the type is a frame of the support source's, of which every member speaks of the same frame.</summary>
    public static bool IsFrame(ITypeSymbol? type) => UnitOf(type) is not null || IsNamedInXen(type, Gfn64);

    /// <summary>Whether the type is a frame number of any kind: of the guest's, the machine's, or the guest's own counting.</summary>
    public static bool IsFrameNumber(ITypeSymbol? type) =>
        UnitOf(type) == ConstantUnit.Frame || IsNamed(type, Mfn) || IsNamed(type, Pfn) || IsNamedInXen(type, Gfn64);

    /// <summary>Whether a value of the type is, refers to, or has within it frames or addresses.</summary>
    public static bool HoldsFrames(ITypeSymbol? type) => HoldsFrames(type, MaximumNesting);

    /// <summary>The type of what a parameter, member or method gives.</summary>
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } method => method.ContainingType,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static bool HoldsFrames(ITypeSymbol? type, int depth) => depth > 0 && type switch
    {
        null => false,
        IArrayTypeSymbol array => HoldsFrames(array.ElementType, depth - 1),
        IPointerTypeSymbol pointer => HoldsFrames(pointer.PointedAtType, depth - 1),
        INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_Nullable_T } or INamedTypeSymbol { Arity: > 0 } =>
            IsFrame(type) || ((INamedTypeSymbol)type).TypeArguments.Any(argument => HoldsFrames(argument, depth - 1))
            || (type is { IsValueType: true, TypeKind: TypeKind.Struct } && type.GetMembers().OfType<IFieldSymbol>()
                .Any(field => !field.IsStatic && HoldsFrames(field.Type, depth - 1))),
        _ => false,
    };

    /// <summary>
    /// What a value of the type counts: frames for <c>Gfn</c>, bytes for <c>GuestPhysicalAddress</c>.
    /// </summary>
    /// <returns>The unit; none for any other type.</returns>
    public static ConstantUnit? UnitOf(ITypeSymbol? type) =>
        IsNamed(type, Gfn) ? ConstantUnit.Frame
        : IsNamed(type, GuestPhysicalAddress) ? ConstantUnit.Address
        : null;

    private static bool IsDeclared(Compilation compilation, string name) =>
        !compilation.GetTypesByMetadataName(Namespace + "." + name).IsEmpty;

    private static bool IsNamedInXen(ITypeSymbol? type, string name) => type is INamedTypeSymbol
    {
        Arity: 0,
        ContainingType: null,
        ContainingNamespace:
        {
            Name: XenNamespace,
            ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true },
        },
    } && type.Name == name;

    private static bool IsNamed(ITypeSymbol? type, string name) => type is INamedTypeSymbol
    {
        Arity: 0,
        ContainingType: null,
        ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true },
    } && type.Name == name;
}
