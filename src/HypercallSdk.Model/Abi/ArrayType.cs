namespace HypercallSdk.Model.Abi;

/// <summary>An array of fixed length inside a record.</summary>
/// <param name="Element">The element.</param>
/// <param name="Length">How many elements.</param>
public sealed record ArrayType(AbiType Element, int Length) : AbiType
{
    /// <inheritdoc/>
    public override int SizeIn(DataModel model) => Element.SizeIn(model) * Length;

    /// <inheritdoc/>
    public override int AlignmentIn(DataModel model) => Element.AlignmentIn(model);
}
