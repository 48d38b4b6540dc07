namespace HypercallSdk.Model.Abi;

/// <summary>A union: its fields share their bytes.</summary>
/// <param name="Fields">Its fields, in order.</param>
public sealed record UnionType(EquatableArray<AbiField> Fields) : CompositeType(Fields)
{
    /// <summary>
    /// The C name of the field beside the union whose value says which of the union's fields counts; null when nothing says it.
    /// It has no effect on the layout.
    /// </summary>
    public string? Tag { get; init; }

    /// <inheritdoc/>
    public override RecordLayout LayoutIn(DataModel model) => RecordLayout.OfUnion(Fields, model);
}
