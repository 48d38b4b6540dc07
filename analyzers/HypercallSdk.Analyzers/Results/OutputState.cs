using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Results;

/// <summary>What is known of the calls that wrote to locals, and of the locals that hold their results.</summary>
/// <param name="Outputs">The call that wrote each local last.</param>
/// <param name="Results">The call whose result each local holds.</param>
/// <param name="Phases">How far each call's result has been examined.</param>
internal sealed record OutputState(
    ImmutableDictionary<ISymbol, SyntaxNode> Outputs,
    ImmutableDictionary<ISymbol, SyntaxNode> Results,
    ImmutableDictionary<SyntaxNode, ResultPhase> Phases)
{
    /// <summary>No call has been made.</summary>
    public static OutputState None { get; } = new(
        ImmutableDictionary.Create<ISymbol, SyntaxNode>(SymbolEqualityComparer.Default),
        ImmutableDictionary.Create<ISymbol, SyntaxNode>(SymbolEqualityComparer.Default),
        ImmutableDictionary<SyntaxNode, ResultPhase>.Empty);

    /// <summary>How far the result has been examined of the call that wrote a local; null when no single call did.</summary>
    public ResultPhase? PhaseOf(ISymbol local) =>
        Outputs.TryGetValue(local, out SyntaxNode? call) && Phases.TryGetValue(call, out ResultPhase phase) ? phase : null;

    /// <summary>What is known once a call's result has been examined, if it was not before.</summary>
    public OutputState With(SyntaxNode call, ResultPhase phase) =>
        Phases.ContainsKey(call) ? this with { Phases = Phases.SetItem(call, phase) } : this;

    /// <summary>Forgets what a local held.</summary>
    public OutputState Without(ISymbol local) => this with { Outputs = Outputs.Remove(local), Results = Results.Remove(local) };

    /// <summary>What is known where paths meet: what both agree on. A result that one path has examined counts as examined.</summary>
    public OutputState Join(OutputState other) => new(
        Common(Outputs, other.Outputs),
        Common(Results, other.Results),
        Phases.Where(pair => other.Phases.ContainsKey(pair.Key)).ToImmutableDictionary(
            static pair => pair.Key,
            pair => other.Phases[pair.Key] == pair.Value ? pair.Value : ResultPhase.Examined));

    /// <inheritdoc/>
    public bool Equals(OutputState? other) => other is not null
        && Same(Outputs, other.Outputs) && Same(Results, other.Results)
        && Phases.Count == other.Phases.Count && Phases.All(pair => other.Phases.TryGetValue(pair.Key, out ResultPhase phase) && phase == pair.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => (Outputs.Count * 31) + Phases.Count;

    private static ImmutableDictionary<ISymbol, SyntaxNode> Common(
        ImmutableDictionary<ISymbol, SyntaxNode> left, ImmutableDictionary<ISymbol, SyntaxNode> right) =>
        left.RemoveRange(left.Keys.Where(local => !right.TryGetValue(local, out SyntaxNode? call) || call != left[local]));

    private static bool Same(ImmutableDictionary<ISymbol, SyntaxNode> left, ImmutableDictionary<ISymbol, SyntaxNode> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out SyntaxNode? call) && call == pair.Value);
}
