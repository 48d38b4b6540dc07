namespace HypercallSdk.Model.AddressSpace;

/// <summary>What is wrong with a memory map, for a person who has to mend it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Place">Where in it: a byte offset or a node path; empty when <paramref name="Line"/> says it.</param>
/// <param name="Line">The line, counted from 1; 0 in a binary file.</param>
/// <param name="Column">The column, counted from 1; 0 in a binary file.</param>
/// <param name="Cause">What is wrong, as a sentence without a full stop.</param>
/// <param name="Mend">What to do about it, as a sentence without a full stop.</param>
public sealed record MemoryMapProblem(string Path, string Place, int Line, int Column, string Cause, string Mend);
