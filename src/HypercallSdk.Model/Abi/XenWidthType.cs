namespace HypercallSdk.Model.Abi;

/// <summary>An unsigned integer whose width the architecture decides.</summary>
/// <param name="IsFrame">Whether it is <c>xen_pfn_t</c>; else it is <c>xen_ulong_t</c>.</param>
public sealed record XenWidthType(bool IsFrame) : AbiType
{
    /// <summary>The C name of a frame number's type.</summary>
    public const string FrameName = "xen_pfn_t";

    /// <summary>The C name of Xen's unsigned long.</summary>
    public const string ULongName = "xen_ulong_t";

    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => Scalar(IsFrame ? model.XenPfnSize : model.XenULongSize, model);
}
