using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>What an answer says of a mapping.</summary>
/// <param name="Mapping">The mapping's <see cref="Mapping.Syntax"/>.</param>
/// <param name="IsWhole">Whether it tells a success; a call that was taken may still not have been done.</param>
internal readonly record struct MappingOutcome(SyntaxNode Mapping, bool IsWhole);
