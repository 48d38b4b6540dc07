namespace HypercallSdk.Model.AddressSpace;

/// <summary>A place in a text.</summary>
/// <param name="Path">The file that a person edits.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
public readonly record struct SourcePosition(string Path, int Line, int Column);
