namespace HypercallSdk.Model.Abi;

/// <summary>A field of a record.</summary>
/// <param name="Name">Its C name.</param>
/// <param name="Type">Its type.</param>
public sealed record AbiField(string Name, AbiType Type);
