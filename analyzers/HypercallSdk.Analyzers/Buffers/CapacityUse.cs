using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>A call that is given an answer for a capacity.</summary>
/// <param name="Place">The argument.</param>
/// <param name="Call">The operation's C name.</param>
/// <param name="Before">What wrote the answer.</param>
internal sealed record CapacityUse(SyntaxNode Place, string Call, WrittenCapacity Before);
