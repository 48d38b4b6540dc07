namespace HypercallSdk.Generators.Tests.Layout;

/// <summary>Where a C compiler put a field of one of Xen's structs on arm64.</summary>
/// <param name="Name">The field's name in C#; an inner name for a union's member.</param>
/// <param name="Offset">The offset in bytes.</param>
public sealed record CField(string Name, int Offset);
