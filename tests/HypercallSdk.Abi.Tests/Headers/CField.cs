namespace HypercallSdk.Abi.Tests.Headers;

/// <summary>A field as the declarations have it.</summary>
/// <param name="Name">The C name; dotted where it lies in a union.</param>
/// <param name="Offset">Where it lies, in bytes.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="IsSigned">Whether it is a signed integer; null when it is no integer.</param>
/// <param name="ElementSize">The size in bytes of what a guest handle points at; null when it is no handle.</param>
internal sealed record CField(string Name, int Offset, int Size, bool? IsSigned, int? ElementSize);
