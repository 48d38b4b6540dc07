using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.MapTargets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>Expressions that name a storage: reads of them, writes to them, and references to them.</summary>
internal sealed class Targets
{
    private readonly Evaluation _evaluation;
    private readonly Dictionary<CaptureId, IOperation> _captured = [];

    /// <param name="evaluation">Evaluates the expressions within a target.</param>
    public Targets(Evaluation evaluation)
    {
        _evaluation = evaluation;
    }

    private FlowState State => _evaluation.State;

    /// <summary>Keeps a value for later in the same expression.</summary>
    public FrameValue Capture(IFlowCaptureOperation capture)
    {
        _captured[capture.Id] = capture.Value;
        FrameValue value = _evaluation.Evaluate(capture.Value);
        Put(new Storage(capture.Id), value, capture.Value);
        State.Write(Named(capture.Id), Of(capture.Value).Select(FrameValue.To).Aggregate(FrameValue.Nothing, static (all, place) => all.Join(place)));
        return value;
    }

    /// <summary>What a variable, an element or whatever a pointer points at holds.</summary>
    public FrameValue Read(IOperation operation)
    {
        if (operation is IParameterReferenceOperation { Parameter: IParameterSymbol parameter } reference)
        {
            FrameValue given = State.Read(new Storage(parameter))
                ?? (_evaluation.Context.Contracts.Promises(parameter, reference.Type)
                    ? FrameValue.From(Origins.Contract)
                    : FrameValue.From(Origins.Unknown, parameter));
            return given.Join(_evaluation.Captured.Elsewhere(parameter));
        }

        if (operation is ILocalReferenceOperation { Local.RefKind: not RefKind.None } alias)
        {
            return _evaluation.Contents(State.Read(new Storage(alias.Local)) ?? FrameValue.Unknown);
        }

        if (ListElement.Of(operation) is (IOperation list, var index))
        {
            FrameValue value = _evaluation.Evaluate(list);
            return value.Places.IsEmpty ? value
                : index is int at && !value.IsMoved && value.Places.All(static place => place.IsList)
                    ? value.Places.Aggregate(value.WithoutPlaces(), (all, place) => all.Join(State.ReadElement(place, at)))
                    : _evaluation.Contents(value);
        }

        FrameValue known = Of(operation).Select(place => State.Read(place)).FirstOrDefault(static value => value is not null)
            ?? FrameValue.Nothing;
        return operation is ILocalReferenceOperation { Local: ILocalSymbol local } ? known.Join(_evaluation.Captured.Elsewhere(local)) : known;
    }

    /// <summary>What was written to a member, if that is known.</summary>
    /// <param name="read">The member.</param>
    /// <param name="isAggregate">Whether what is known of the whole holds for the member.</param>
    public FrameValue? Known(IOperation read, bool isAggregate)
    {
        FrameValue? known = null;
        foreach (Storage storage in Of(read))
        {
            if ((isAggregate ? State.Read(storage) : State.Exact(storage)) is not FrameValue value)
            {
                return null;
            }

            known = known?.Join(value) ?? value;
        }

        return known;
    }

    /// <summary>Carries out an assignment.</summary>
    public FrameValue Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation alias)
        {
            FrameValue reference = Element(assignment.Value) ?? AddressOf(assignment.Value);
            State.Write(new Storage(alias.Local), reference);
            return _evaluation.Contents(reference);
        }

        if (assignment is { Target: ILocalReferenceOperation local, Value: ITupleOperation tuple })
        {
            return AssignTuple(local.Local, tuple);
        }

        FrameValue value = _evaluation.Evaluate(assignment.Value);
        Store(assignment.Target, value, assignment.Value);
        return value;
    }

    /// <summary>Carries out a compound assignment.</summary>
    public FrameValue Assign(ICompoundAssignmentOperation assignment)
    {
        FrameValue left = _evaluation.Evaluate(assignment.Target);
        FrameValue value = Arithmetic.Combine(
            assignment.OperatorKind, assignment.OperatorMethod, assignment.Type, assignment.IsChecked, left,
            _evaluation.Evaluate(assignment.Value));
        value = assignment.Target.Type is IPointerTypeSymbol ? left.Moved() : value;
        Store(assignment.Target, value, assignment);
        return value;
    }

    /// <summary>Carries out <c>++</c> or <c>--</c>.</summary>
    public FrameValue Step(IIncrementOrDecrementOperation step)
    {
        FrameValue before = _evaluation.Evaluate(step.Target);
        FrameValue after = step.Target.Type is IPointerTypeSymbol ? before.Moved() : Arithmetic.Combine(
            step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract,
            step.OperatorMethod, step.Type, step.IsChecked, before, FrameValue.Of(new(ConstantUnit.None, 1)));
        Store(step.Target, after, step);
        return step.IsPostfix ? before : after;
    }

    /// <summary>Takes a tuple apart.</summary>
    public FrameValue Deconstruct(IOperation target, IOperation source)
    {
        IOperation from = source is IConversionOperation { Operand: ITupleOperation inner } ? inner : source;
        if (TupleParts.Unwrap(target) is not ITupleOperation parts)
        {
            FrameValue value = _evaluation.Evaluate(source);
            Store(TupleParts.Unwrap(target), value, source);
            return value;
        }

        if (from is ITupleOperation tuple && tuple.Elements.Length == parts.Elements.Length)
        {
            // All are read before any is written: (a, b) = (b, a) swaps.
            (IOperation Target, IOperation Source, FrameValue Value)[] values =
                [.. TupleParts.Pairs(parts, tuple).Select(pair => (pair.Target, pair.Source, _evaluation.Evaluate(pair.Source)))];
            foreach ((IOperation part, IOperation element, FrameValue value) in values)
            {
                Spread(part, part is ITupleOperation ? _evaluation.Contents(value) : value, element);
            }

            return FrameValue.Nothing;
        }

        FrameValue whole = _evaluation.Contents(_evaluation.Evaluate(source));
        foreach (IOperation part in parts.Elements)
        {
            Spread(TupleParts.Unwrap(part), whole, source);
        }

        return whole;
    }

    /// <summary>A pattern's variable gets its value.</summary>
    public void Declare(ILocalSymbol local, FrameValue value, IOperation source) => Put(new Storage(local), value, source);

    /// <summary>A reference to a storage.</summary>
    public FrameValue AddressOf(IOperation target)
    {
        if (ListElement.Of(target) is (IOperation list, var index))
        {
            FrameValue value = _evaluation.Evaluate(list);
            return index is 0 ? value : value.Moved();
        }

        ImmutableArray<Storage> places = PlacesOf(target);
        if (places.Length == 0)
        {
            FrameValue value = _evaluation.Evaluate(target);
            return target is IInvocationOperation or IPropertyReferenceOperation ? value : FrameValue.From(Origins.OwnMemory);
        }

        foreach (Storage shared in places.Where(place => State.Read(place) is null))
        {
            State.Write(shared, _evaluation.Evaluate(target));
        }

        return places.Select(FrameValue.To).Aggregate(static (all, place) => all.Join(place));
    }

    /// <summary>Writes a value to what an expression names.</summary>
    /// <param name="target">The expression.</param>
    /// <param name="value">The value.</param>
    /// <param name="source">Where it is written.</param>
    public void Store(IOperation target, FrameValue value, IOperation source)
    {
        target = Original(target);
        if (target is IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer)
        {
            _evaluation.Index(indexer);
        }

        if (SymbolOf(target) is ISymbol symbol && _evaluation.Context.Contracts.Promises(symbol, target.Type))
        {
            _evaluation.Demand(ArgumentPlace.Of(source), value, isUse: false);
            value = value.Places.IsEmpty ? FrameValue.From(Origins.Contract) : value;
        }

        if (ListElement.Of(target) is (IOperation list, var index))
        {
            StoreElement(_evaluation.Evaluate(list), index, value, source);
            return;
        }

        ImmutableArray<Storage> places = PlacesOf(target);
        foreach (Storage place in places)
        {
            if (places.Length == 1 && !IsMoved(target))
            {
                Put(place, value, source);
            }
            else
            {
                State.Add(place, value);
            }
        }
    }

    /// <summary>Writes a value to an element of a list, to which one being known or not.</summary>
    public void StoreElement(FrameValue list, int? index, FrameValue value, IOperation source)
    {
        if ((list.Origins & Origins.Contract) != Origins.None)
        {
            _evaluation.Demand(ArgumentPlace.Of(source), value, isUse: false);
        }

        foreach (Storage place in list.Places)
        {
            bool isOnly = list.Places.Length == 1 && !list.IsMoved;
            if (isOnly && place.IsList && index is int at)
            {
                State.Write(place.Element(at), value);
            }
            else if (isOnly && !place.IsList && index is 0)
            {
                Put(place, value, source);
            }
            else
            {
                State.Add(place, value);
            }
        }
    }

    /// <summary>The storages that are meant where an expression is written to or referred to, rather than read.</summary>
    private ImmutableArray<Storage> PlacesOf(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && NamedBy(capture) is { IsEmpty: false } named ? named : Of(target).ToImmutableArray();

    /// <summary>What a captured expression named, by each of the ways that lead to where it is used: <c>c ? ref a : ref b</c>.</summary>
    private ImmutableArray<Storage> NamedBy(IFlowCaptureReferenceOperation capture) => State.Read(Named(capture.Id))?.Places ?? ImmutableArray<Storage>.Empty;

    /// <summary>Where that is kept.</summary>
    private static Storage Named(CaptureId capture) => new(capture, "&");

    /// <summary>The storages that an expression names; none where it names none that the analysis knows.</summary>
    private IEnumerable<Storage> Of(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => [new Storage(local)],
        ILocalReferenceOperation alias => State.Read(new Storage(alias.Local))?.Places ?? Enumerable.Empty<Storage>(),
        IParameterReferenceOperation parameter => [new Storage(parameter.Parameter)],
        IFlowCaptureReferenceOperation capture => [new Storage(capture.Id)],
        IFieldReferenceOperation { Field: IFieldSymbol field } read => Members(read, field),
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: IPropertySymbol { RefKind: RefKind.None } property } read =>
            Members(read, property),
        IConversionOperation { OperatorMethod: null } conversion when conversion.Type?.IsReferenceType == true
            || SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type) => Of(conversion.Operand),
        _ => [],
    };

    private IEnumerable<Storage> Members(IMemberReferenceOperation read, ISymbol member) => read.Instance switch
    {
        null => [new Storage(member.OriginalDefinition)],
        IInstanceReferenceOperation => [new Storage(Storage.This).Member(member.Name)],
        { Type.IsValueType: true } instance => Of(instance).Select(whole => whole.Member(NameOf(member))),
        IOperation instance => _evaluation.Evaluate(instance).Places.Select(whole => whole.Member(member.Name)),
    };

    private static string NameOf(ISymbol member) => member is IFieldSymbol { CorrespondingTupleField: { } item } ? item.Name : member.Name;

    private void Put(Storage place, FrameValue value, IOperation source)
    {
        if (place.Root is ISymbol variable)
        {
            _evaluation.Captured.Note(variable, value, source);
            if (_evaluation.Captured.IsWrittenInside(variable))
            {
                State.Add(place, value.With([]));
                return;
            }
        }

        State.Write(place, value);
        if (source.Type is { IsValueType: true } && Of(source).ToArray() is [Storage from] && from != place)
        {
            State.CopyParts(from, place);
        }
    }

    private FrameValue AssignTuple(ILocalSymbol local, ITupleOperation tuple)
    {
        FrameValue[] values = [.. tuple.Elements.Select(_evaluation.Evaluate)];
        Storage whole = new(local);
        Put(whole, FrameValue.Nothing, tuple);
        for (int index = 0; index < values.Length; index++)
        {
            State.Write(whole.Member("Item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), values[index]);
        }

        return FrameValue.Nothing;
    }

    private void Spread(IOperation target, FrameValue value, IOperation source)
    {
        foreach (IOperation part in target is ITupleOperation tuple ? tuple.Elements.Select(TupleParts.Unwrap) : [])
        {
            Spread(part, value, source);
        }

        if (target is not ITupleOperation)
        {
            Store(target, SupportTypes.HoldsFrames(target.Type) ? value : FrameValue.Unknown, source);
        }
    }

    private IOperation Original(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && NamedBy(capture).Length <= 1 && _captured.TryGetValue(capture.Id, out IOperation? value)
        && (SymbolOf(value) is not null || ListElement.Of(value) is not null)
            ? value
            : target;

    /// <summary>A reference to one element, if it is known which; a pointer to it would reach others as well.</summary>
    private FrameValue? Element(IOperation target) => ListElement.Of(target) is (IOperation list, int index)
        && _evaluation.Evaluate(list) is { IsMoved: false, Places: [{ IsList: true } place] }
            ? FrameValue.To(place.Element(index))
            : null;

    private bool IsMoved(IOperation target) => target is ILocalReferenceOperation { Local: { RefKind: not RefKind.None } alias }
        && State.Exact(new Storage(alias)) is not { IsMoved: false };

    private static ISymbol? SymbolOf(IOperation target) => target switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };
}
