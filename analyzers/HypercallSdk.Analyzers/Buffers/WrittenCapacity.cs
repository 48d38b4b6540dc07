using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>A variable that was a capacity, and holds how much the hypervisor has written or has.</summary>
/// <param name="Capacity">The variable.</param>
/// <param name="Buffer">The variable that is or points to the buffer.</param>
/// <param name="Call">The C name of the operation that wrote it.</param>
internal readonly record struct WrittenCapacity(ISymbol Capacity, ISymbol Buffer, string Call);
