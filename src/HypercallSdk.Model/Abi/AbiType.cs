namespace HypercallSdk.Model.Abi;

/// <summary>A type as the hypervisor's ABI sees it; its size may depend on the <see cref="DataModel"/>.</summary>
public abstract record AbiType
{
    /// <summary>Size and alignment together: for a composite type, both come of one layout.</summary>
    public abstract TypeExtent ExtentIn(DataModel model);

    /// <summary>What <c>sizeof</c> says, in bytes.</summary>
    public int SizeIn(DataModel model) => ExtentIn(model).Size;

    /// <summary>What <c>_Alignof</c> says, in bytes.</summary>
    public int AlignmentIn(DataModel model) => ExtentIn(model).Alignment;

    /// <summary>The extent of a scalar that is aligned as the ABI aligns scalars of its width.</summary>
    private protected static TypeExtent Scalar(int size, DataModel model) => new(size, model.AlignmentOf(size));
}
