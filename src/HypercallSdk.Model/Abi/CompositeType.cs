namespace HypercallSdk.Model.Abi;

/// <summary>A struct or a union.</summary>
/// <param name="Fields">Its fields, in order.</param>
public abstract record CompositeType(EquatableArray<AbiField> Fields) : AbiType
{
    /// <summary>Where a C compiler puts the fields.</summary>
    public abstract RecordLayout LayoutIn(DataModel model);

    /// <inheritdoc/>
    public sealed override TypeExtent ExtentIn(DataModel model)
    {
        RecordLayout layout = LayoutIn(model);
        return new TypeExtent(layout.Size, layout.Alignment);
    }
}
