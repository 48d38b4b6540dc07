using System;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>An operation by its C names.</summary>
/// <param name="Hypercall">The hypercall's: <c>memory_op</c>.</param>
/// <param name="Operation">The operation's: <c>XENMEM_add_to_physmap</c>; the hypercall's own where it has but one.</param>
internal sealed record OperationName(string Hypercall, string Operation) : IComparable<OperationName>
{
    /// <summary>Reads <c>hypercall operation</c>.</summary>
    public static OperationName Parse(string text) => text.Trim().Split(' ') is [string hypercall, string operation]
        ? new OperationName(hypercall, operation)
        : throw new FormatException($"\"{text}\" is not a hypercall and an operation.");

    /// <inheritdoc/>
    public int CompareTo(OperationName? other) => string.CompareOrdinal(ToString(), other?.ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Hypercall} {Operation}";
}
