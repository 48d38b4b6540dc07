namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A mistake to make in a source file before it is read.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Old">The text that stands there.</param>
/// <param name="New">What to write in its place.</param>
public sealed record SourceEdit(string File, string Old, string New);
