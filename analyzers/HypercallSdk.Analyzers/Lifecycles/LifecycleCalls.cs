using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>What the calls of operations do to the mappings that are known, by what the operations' declarations say.</summary>
/// <param name="captured">The variables that lambdas and local functions may use at any time.</param>
/// <param name="pageOf">The page that a call maps, of those that are mapped once only.</param>
internal sealed class LifecycleCalls(ImmutableHashSet<ISymbol> captured, Func<OperationCall, OnlyPage?> pageOf)
{
    private readonly Dictionary<SyntaxNode, Mapping> _mappings = [];

    /// <summary>The mapping that a call was the first to speak of.</summary>
    public Mapping Of(SyntaxNode key) => _mappings[key];

    /// <summary>What is known behind a call.</summary>
    public LifecycleState Apply(OperationCall call, LifecycleState state, LifecycleFindings? report)
    {
        bool isMaker = Inverses.IsMaker(call.Declaration);
        IMethodSymbol? maker = isMaker ? call.Declaration : Inverses.MakerOf(call.Declaration);
        IOperation? at = maker is not null && Inverses.PlaceOf(maker) is { } parameter ? call.Argument(parameter) : null;
        state = Written(call, at, state);
        if (maker is null)
        {
            return state;
        }

        Place? place = Place.Of(at);
        LifecycleState displaced = Displaced(call, maker, place, state, report);
        return isMaker ? Made(call, place, displaced, isAlone: ReferenceEquals(displaced, state), report) : UndoneBy(call, maker, place, displaced, report);
    }

    /// <summary>The variables that a call writes have another value.</summary>
    private static LifecycleState Written(OperationCall call, IOperation? place, LifecycleState state) => call.Invocation.Arguments
        .Where(argument => argument.Value != place && IsWritten(argument, call.Declared(argument)))
        .Select(static argument => Place.Of(argument.Value))
        .OfType<Place>()
        .Aggregate(state, static (known, written) => known.Overwritten(written));

    private static bool IsWritten(IArgumentOperation argument, IParameterSymbol? declared) => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref
        || (Outputs.Unconverted(argument.Value) is IAddressOfOperation && declared?.Find(AttributeNames.Const) is null);

    /// <summary>What a call does to mappings of others that lie where it maps or unmaps.</summary>
    private LifecycleState Displaced(OperationCall call, IMethodSymbol maker, Place? place, LifecycleState state, LifecycleFindings? report)
    {
        foreach (SyntaxNode key in state.Places.Where(pair => pair.Value.Equals(place) && pair.Key != call.Invocation.Syntax).Select(static pair => pair.Key).ToArray())
        {
            Mapping lying = _mappings[key];
            bool isOwn = SymbolEqualityComparer.Default.Equals(lying.Maker, maker);
            bool isMapped = Inverses.IsMaker(call.Declaration);
            bool mayBeMapped = isOwn && Inverses.Otherwise(lying.Maker) is null;
            if (isMapped ? mayBeMapped : isOwn)
            {
                continue;
            }

            if (isMapped && state.PhaseOf(key).IsWithin(MappingPhases.Doubtful))
            {
                report?.Reused.Add((call.Invocation.Syntax, place!, state.PhaseOf(key)));
            }
            else if (state.PhaseOf(key) == MappingPhase.Live && (!isMapped || Inverses.Otherwise(lying.Maker) is not null))
            {
                report?.Displaced.Add((call, lying, place!));
            }

            state = state.Elsewhere(key);
        }

        return state;
    }

    private LifecycleState Made(OperationCall call, Place? place, LifecycleState state, bool isAlone, LifecycleFindings? report)
    {
        IOperation? answer = Inverses.TokenOf(call.Declaration) is { } parameter ? call.Argument(parameter) : null;
        Place? token = Place.Of(answer);
        bool isKnown = isAlone && (answer is null or IDiscardOperation || token is not null) && (token ?? place) is { } variable && !captured.Contains(variable.Root);
        Mapping mapping = new(call.Invocation.Syntax, call.Declaration, call, Others(call, call.Declaration), pageOf(call));
        Repeated(call, mapping, state, report);
        state = state with { Places = state.Places.RemoveRange(state.Places.Where(pair => pair.Value.Equals(place)).Select(static pair => pair.Key)) };
        return Asked(call, mapping.Syntax, Begun(mapping, place, token, state, isKnown ? MappingPhase.Asked : MappingPhase.Elsewhere));
    }

    /// <summary>Tells of a page that is mapped already on every way that leads here; one whose mapping has failed may be tried elsewhere.</summary>
    private void Repeated(OperationCall call, Mapping mapping, LifecycleState state, LifecycleFindings? report)
    {
        SyntaxNode? first = state.Phases.Keys.FirstOrDefault(key => key != mapping.Syntax && state.PhaseOf(key).IsWithin(MappingPhases.Wanted)
            && _mappings[key].Page is { } page && page == mapping.Page && IsSame(_mappings[key], mapping.Maker, mapping.Others));
        if (first is not null && state.Places.TryGetValue(first, out Place? place))
        {
            report?.Again.Add((call, mapping.Page!, place));
        }
    }

    private LifecycleState UndoneBy(OperationCall call, IMethodSymbol maker, Place? place, LifecycleState state, LifecycleFindings? report)
    {
        IParameterSymbol? wanted = Inverses.TokenOf(maker);
        Place? token = wanted is null ? null : Place.Of(call.Argument(wanted));
        string others = Others(call, maker);
        SyntaxNode? known = wanted is null
            ? state.Places.FirstOrDefault(pair => pair.Value.Equals(place) && IsSame(_mappings[pair.Key], maker, others)).Key
            : state.Tokens.FirstOrDefault(pair => pair.Value.Equals(token) && IsSame(_mappings[pair.Key], maker, others)).Key;
        IArgumentOperation? left = Parts.LeftBy(call, maker, known is null ? null : _mappings[known].Made);
        if (left is not null)
        {
            report?.Left.Add((left, call, maker));
        }

        if ((wanted is null ? place : token) is not { } variable)
        {
            return state;
        }

        if (known is null)
        {
            Mapping mapping = new(call.Invocation.Syntax, maker, null, others);
            known = mapping.Syntax;
            state = Begun(mapping, place, token, state, MappingPhase.Elsewhere);
        }

        if (state.PhaseOf(known).IsWithin(MappingPhases.Gone))
        {
            report?.Twice.Add(call);
        }

        report?.Undone.Add(known);
        MappingPhase phase = left is not null || captured.Contains(variable.Root) ? MappingPhase.Elsewhere
            : IsBlind(call) ? MappingPhase.UndoneBlindly
            : MappingPhase.Undoing;
        return Asked(call, known, state.With(known, phase));
    }

    private LifecycleState Begun(Mapping mapping, Place? place, Place? token, LifecycleState state, MappingPhase phase)
    {
        _mappings[mapping.Syntax] = mapping;
        return state.With(mapping.Syntax, phase) with
        {
            Places = place is null ? state.Places.Remove(mapping.Syntax) : state.Places.SetItem(mapping.Syntax, place),
            Tokens = token is null ? state.Tokens.Remove(mapping.Syntax) : state.Tokens.SetItem(mapping.Syntax, token),
        };
    }

    private static bool IsSame(Mapping mapping, IMethodSymbol maker, string others) =>
        SymbolEqualityComparer.Default.Equals(mapping.Maker, maker) && mapping.Others == others;

    /// <summary>What else tells one mapping of an operation from another, as the call says it.</summary>
    private static string Others(OperationCall call, IMethodSymbol maker) =>
        string.Join(",", Inverses.OthersOf(maker).Select(parameter => call.Argument(parameter)?.Syntax.ToString()));

    /// <summary>From here on, the call's own answers tell how far the mapping has come.</summary>
    private static LifecycleState Asked(OperationCall call, SyntaxNode mapping, LifecycleState state)
    {
        bool hasParts = call.Declaration.Parameters.Any(static parameter => Outputs.IsOutcome(parameter.Type));
        state = state.WithoutOutcomes(mapping);
        ImmutableDictionary<object, MappingOutcome> outcomes = ResultTypes.IsXenResult(call.Invocation.Type)
            ? state.Outcomes.SetItem(call.Invocation.Syntax, new MappingOutcome(mapping, IsWhole: !hasParts))
            : state.Outcomes;
        return state with
        {
            Outcomes = outcomes.SetItems(
                from outcome in Outputs.OutcomesOf(call)
                let local = Outputs.LocalOf(outcome.Argument.Value)
                where local is not null
                select new KeyValuePair<object, MappingOutcome>(local, new MappingOutcome(mapping, IsWhole: true))),
        };
    }

    /// <summary>Whether a call throws away what would tell how it went.</summary>
    private static bool IsBlind(OperationCall call) => Outputs.OutcomesOf(call).FirstOrDefault().Argument is { } outcome
        ? outcome.Value is IDiscardOperation
        : call.Invocation.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
}
