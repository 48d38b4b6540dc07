namespace HypercallSdk.Abi.Tests.Headers;

/// <summary>A constant as the declarations have it.</summary>
/// <param name="Name">The C name.</param>
/// <param name="Value">The value.</param>
internal sealed record CConstant(string Name, long Value);
