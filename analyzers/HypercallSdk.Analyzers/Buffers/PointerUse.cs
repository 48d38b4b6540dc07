using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>An argument of a hypercall that holds addresses.</summary>
/// <param name="Call">The call.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Targets">The memory that it may be an address of.</param>
/// <param name="Inside">The memory that addresses in there may be of.</param>
internal sealed record PointerUse(
    OperationCall Call, IArgumentOperation Argument, MemoryOrigins Targets, MemoryOrigins Inside);
