namespace HypercallSdk.Model.Abi;

/// <summary>
/// An enum that is stored in an integer. Xen's public ABI stores enums in integers of declared width and never in C's own enums,
/// whose width a compiler may choose.
/// </summary>
/// <param name="Name">The enum's name.</param>
/// <param name="Underlying">What it is stored in.</param>
public sealed record EnumType(string Name, IntegerType Underlying) : AbiType
{
    /// <inheritdoc/>
    public override TypeExtent ExtentIn(DataModel model) => Underlying.ExtentIn(model);
}
