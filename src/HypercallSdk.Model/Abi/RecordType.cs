namespace HypercallSdk.Model.Abi;

/// <summary>A struct: its fields lie behind each other.</summary>
/// <param name="Fields">Its fields, in order.</param>
public sealed record RecordType(EquatableArray<AbiField> Fields) : CompositeType(Fields)
{
    /// <inheritdoc/>
    public override RecordLayout LayoutIn(DataModel model) => RecordLayout.Of(Fields, model);
}
