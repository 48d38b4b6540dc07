using HypercallSdk.Model;

namespace HypercallSdk.Abi.Tests.Headers;

/// <summary>A record as the declarations have it.</summary>
/// <param name="Tag">The C tag.</param>
/// <param name="Size">The size in bytes that the layout engine computes.</param>
/// <param name="DeclaredSize">The size in bytes that the declaration says; 0 when it says none.</param>
/// <param name="Alignment">The alignment in bytes.</param>
/// <param name="Fields">The fields, without padding.</param>
internal sealed record CRecord(string Tag, int Size, uint DeclaredSize, int Alignment, EquatableArray<CField> Fields);
