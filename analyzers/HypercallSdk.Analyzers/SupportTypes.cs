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

    private const string Namespace = "HypercallSdk";
    private const string MapTargetAttribute = "MapTargetAttribute";
    private const string Gfn = "Gfn";
    private const string GuestPhysicalAddress = "GuestPhysicalAddress";

    /// <summary>Whether the compilation can have a map target at all.</summary>
    public static bool ArePresent(Compilation compilation) =>
        IsDeclared(compilation, MapTargetAttribute)
        && (IsDeclared(compilation, Gfn) || IsDeclared(compilation, GuestPhysicalAddress));

    /// <summary>Whether the type is <c>MapTargetAttribute</c>.</summary>
    public static bool IsMapTarget(INamedTypeSymbol? attribute) => IsNamed(attribute, MapTargetAttribute);

    /// <summary>
    /// What a value of the type counts: frames for <c>Gfn</c>, bytes for <c>GuestPhysicalAddress</c>.
    /// </summary>
    /// <returns>The unit; none for any other type.</returns>
    public static ConstantUnit? UnitOf(ITypeSymbol? type) =>
        IsNamed(type, Gfn) ? ConstantUnit.Frame
        : IsNamed(type, GuestPhysicalAddress) ? ConstantUnit.Address
        : null;

    /// <summary>As <see cref="UnitOf"/>, for arrays, pointers, spans and nullables of the type too.</summary>
    public static ConstantUnit? ElementUnitOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => UnitOf(array.ElementType),
        IPointerTypeSymbol pointer => UnitOf(pointer.PointedAtType),
        INamedTypeSymbol { TypeArguments: [ITypeSymbol element] } => UnitOf(element),
        _ => UnitOf(type),
    };

    private static bool IsDeclared(Compilation compilation, string name) =>
        !compilation.GetTypesByMetadataName(Namespace + "." + name).IsEmpty;

    private static bool IsNamed(ITypeSymbol? type, string name) => type is INamedTypeSymbol
    {
        Arity: 0,
        ContainingType: null,
        ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true },
    } && type.Name == name;
}
