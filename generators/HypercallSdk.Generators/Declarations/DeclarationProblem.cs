using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What is wrong with a declaration, where, and what the message needs to say it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Location">The token to mend.</param>
/// <param name="Subject">The name of the thing that is wrong.</param>
/// <param name="Detail">The cause and the mend.</param>
/// <param name="Properties">What a code fix must know beyond the text; null for nothing.</param>
public sealed record DeclarationProblem(
    ProblemKind Kind, Location Location, string Subject, string Detail, ImmutableDictionary<string, string?>? Properties = null)
{
    /// <summary>The property that holds the number of bytes that would be right: the size that fields make, or an offset that is free.</summary>
    public const string Bytes = "Bytes";
}
