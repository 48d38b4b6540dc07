using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>What is known of mappings, each by the call that is the first to speak of it.</summary>
/// <param name="Phases">How far each has come.</param>
/// <param name="Places">Where each lies.</param>
/// <param name="Tokens">Where each one's handle is.</param>
/// <param name="Outcomes">What tells how calls went: locals, and the calls themselves.</param>
internal sealed record LifecycleState(
    ImmutableDictionary<SyntaxNode, MappingPhase> Phases,
    ImmutableDictionary<SyntaxNode, Place> Places,
    ImmutableDictionary<SyntaxNode, Place> Tokens,
    ImmutableDictionary<object, MappingOutcome> Outcomes)
{
    /// <summary>No mapping has been spoken of.</summary>
    public static LifecycleState None { get; } = new(
        ImmutableDictionary<SyntaxNode, MappingPhase>.Empty,
        ImmutableDictionary<SyntaxNode, Place>.Empty,
        ImmutableDictionary<SyntaxNode, Place>.Empty,
        ImmutableDictionary<object, MappingOutcome>.Empty);

    /// <summary>How far a mapping has come.</summary>
    public MappingPhase PhaseOf(SyntaxNode mapping) => Phases.TryGetValue(mapping, out MappingPhase phase) ? phase : MappingPhase.Absent;

    /// <summary>What is known once a mapping has come so far.</summary>
    public LifecycleState With(SyntaxNode mapping, MappingPhase phase) => this with { Phases = Phases.SetItem(mapping, phase) };

    /// <summary>What is known once anybody else may undo a mapping.</summary>
    public LifecycleState Elsewhere(SyntaxNode mapping) => With(mapping, MappingPhase.Elsewhere);

    /// <summary>Forgets how a mapping's calls went, because another one is made.</summary>
    public LifecycleState WithoutOutcomes(SyntaxNode mapping) =>
        this with { Outcomes = Outcomes.RemoveRange(Outcomes.Where(pair => pair.Value.Mapping == mapping).Select(static pair => pair.Key)) };

    /// <summary>What is known once a variable has another value.</summary>
    public LifecycleState Overwritten(Place written) => this with
    {
        Phases = Phases.SetItems(Tokens.Where(pair => pair.Value.Overlaps(written))
            .Select(static pair => new KeyValuePair<SyntaxNode, MappingPhase>(pair.Key, MappingPhase.Elsewhere))),
        Places = Without(Places, written),
        Tokens = Without(Tokens, written),
        Outcomes = Outcomes.Remove(written.Root),
    };

    /// <summary>What is known once an answer has been looked at.</summary>
    public LifecycleState Answered(MappingOutcome outcome, bool hasFailed) => hasFailed || outcome.IsWhole
        ? With(outcome.Mapping, hasFailed ? Failed(PhaseOf(outcome.Mapping)) : Succeeded(PhaseOf(outcome.Mapping)))
        : this;

    /// <summary>What is known where ways meet.</summary>
    public LifecycleState Join(LifecycleState other) => new(
        Phases.Keys.Union(other.Phases.Keys).ToImmutableDictionary(static key => key, key => PhaseOf(key) | other.PhaseOf(key)),
        Join(Places, other.Places, other),
        Join(Tokens, other.Tokens, other),
        Outcomes.Where(pair => other.Outcomes.TryGetValue(pair.Key, out MappingOutcome outcome) && outcome == pair.Value).ToImmutableDictionary());

    /// <inheritdoc/>
    public bool Equals(LifecycleState? other) => other is not null
        && Same(Phases, other.Phases) && Same(Places, other.Places) && Same(Tokens, other.Tokens) && Same(Outcomes, other.Outcomes);

    /// <inheritdoc/>
    public override int GetHashCode() => (Phases.Count * 31) + Outcomes.Count;

    private static MappingPhase Failed(MappingPhase phase) =>
        Moved(Moved(Moved(Moved(phase, MappingPhase.Asked, MappingPhase.Refused), MappingPhase.Live, MappingPhase.Refused),
            MappingPhase.Undoing, MappingPhase.StillThere), MappingPhase.Undone, MappingPhase.StillThere);

    private static MappingPhase Succeeded(MappingPhase phase)
    {
        MappingPhase possible = phase & ~(MappingPhase.Refused | MappingPhase.StillThere);
        return Moved(Moved(possible == 0 ? phase : possible, MappingPhase.Asked, MappingPhase.Live), MappingPhase.Undoing, MappingPhase.Undone);
    }

    private static MappingPhase Moved(MappingPhase phase, MappingPhase from, MappingPhase to) => (phase & from) == 0 ? phase : (phase & ~from) | to;

    private static ImmutableDictionary<SyntaxNode, Place> Without(ImmutableDictionary<SyntaxNode, Place> places, Place written) =>
        places.RemoveRange(places.Where(pair => pair.Value.Overlaps(written)).Select(static pair => pair.Key));

    /// <summary>What both agree on, or only one can know.</summary>
    private ImmutableDictionary<SyntaxNode, Place> Join(
        ImmutableDictionary<SyntaxNode, Place> left, ImmutableDictionary<SyntaxNode, Place> right, LifecycleState other) =>
        left.Where(pair => right.TryGetValue(pair.Key, out Place? place) ? place.Equals(pair.Value) : !other.Phases.ContainsKey(pair.Key))
            .Concat(right.Where(pair => !Phases.ContainsKey(pair.Key)))
            .ToImmutableDictionary();

    private static bool Same<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out TValue? value) && Equals(value, pair.Value));
}
