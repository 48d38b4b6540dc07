using System.Collections.Generic;

namespace HypercallSdk.AbiCheck.Coverage;

/// <summary>How much of something of Xen's is declared.</summary>
/// <param name="Kind">What is counted: <c>operations</c>, <c>constants</c>, <c>records</c>.</param>
/// <param name="Owner">The hypercall or the header that has it.</param>
/// <param name="Known">How many there are.</param>
/// <param name="Missing">The names of those that are not declared.</param>
public sealed record CoverageRow(string Kind, string Owner, int Known, IReadOnlyList<string> Missing);
