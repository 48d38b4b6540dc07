namespace HypercallSdk.Model.Abi;

/// <summary>An array inside a record; an array of arrays has several dimensions.</summary>
/// <param name="Element">The element.</param>
/// <param name="Length">
/// How many elements; 0 for an array at a record's end whose length only the data tells (<c>XEN_FLEX_ARRAY_DIM</c>).
/// </param>
public sealed record ArrayType(AbiType Element, int Length) : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model)
    {
        TypeExtent element = Element.ExtentIn(model);
        return element with { Size = element.Size * Length };
    }
}
