using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>A variable, or a part of one, that holds a frame, an address or a handle. A frame and its address are one.</summary>
/// <param name="Root">The variable.</param>
/// <param name="Path">The fields that lead from it to the part.</param>
internal sealed record Place(ISymbol Root, string Path)
{
    /// <summary>Whether other methods may write to it.</summary>
    public bool IsShared => Root is IFieldSymbol { IsReadOnly: false };

    /// <summary>Whether it is gone when the method ends.</summary>
    public bool IsOfMethod => Root is ILocalSymbol { RefKind: RefKind.None } && Path.Length == 0;

    /// <summary>What a value is read from, a pointer to it included; null when it is computed.</summary>
    public static Place? Of(IOperation? value) => value switch
    {
        ILocalReferenceOperation local => new Place(local.Local, string.Empty),
        IDeclarationExpressionOperation declared => Of(declared.Expression),
        IParameterReferenceOperation parameter => new Place(parameter.Parameter, string.Empty),
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => new Place(field.Field, string.Empty),
        IFieldReferenceOperation { Instance: { } whole } field when SupportTypes.IsFrame(whole.Type) => Of(whole),
        IFieldReferenceOperation { Instance: { } whole } field when whole.Type is { IsValueType: true } && Of(whole) is { } place =>
            place with { Path = place.Path + "." + field.Field.Name },
        IPropertyReferenceOperation { Instance: { } whole } when SupportTypes.IsFrame(whole.Type) => Of(whole),
        IConversionOperation conversion => Of(conversion.Operand),
        IAddressOfOperation address => Of(address.Reference),
        _ => null,
    };

    /// <summary>Whether writing to one changes the other.</summary>
    public bool Overlaps(Place other) => SymbolEqualityComparer.Default.Equals(Root, other.Root);

    /// <inheritdoc/>
    public bool Equals(Place? other) => other is not null && Overlaps(other) && Path == other.Path;

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Root);

    /// <inheritdoc/>
    public override string ToString() => Root.Name + Path;
}
