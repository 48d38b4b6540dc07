namespace HypercallSdk.Model.Abi;

/// <summary>A type as the hypervisor's ABI sees it; its size may depend on the <see cref="DataModel"/>.</summary>
public abstract record AbiType
{
    /// <summary>What <c>sizeof</c> says, in bytes.</summary>
    public abstract int SizeIn(DataModel model);

    /// <summary>What <c>_Alignof</c> says, in bytes.</summary>
    public abstract int AlignmentIn(DataModel model);
}
