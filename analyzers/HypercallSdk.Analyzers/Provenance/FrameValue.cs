using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// What a value can be, of all that can reach it: an element of the analysis's lattice. It joins by union.
/// </summary>
internal sealed class FrameValue : IEquatable<FrameValue>
{
    /// <summary>More constants than people write; beyond it a value is a computed one.</summary>
    private const int MaximumConstants = 16;

    private static readonly ImmutableArray<Constant> NoConstants = ImmutableArray<Constant>.Empty;
    private static readonly ImmutableArray<Storage> NoPlaces = ImmutableArray<Storage>.Empty;

    private FrameValue(
        Origins origins,
        ImmutableArray<Constant> constants,
        bool isMoved,
        ImmutableArray<Storage> places,
        ISymbol? culprit,
        RegionPosition? position = null)
    {
        Origins = origins;
        Constants = constants;
        IsMoved = isMoved;
        Places = places;
        Culprit = culprit;
        Position = position;
    }

    /// <summary>The bottom of the lattice: no value has been seen.</summary>
    public static FrameValue Nothing { get; } = new(Origins.None, NoConstants, false, NoPlaces, null);

    /// <summary>A value of which nothing is known, not even who is to blame.</summary>
    public static FrameValue Unknown { get; } = From(Origins.Unknown);

    /// <summary>Where it can come from.</summary>
    public Origins Origins { get; }

    /// <summary>The constants that it can be, in order.</summary>
    public ImmutableArray<Constant> Constants { get; }

    /// <summary>Whether the constants and places are only where arithmetic with an unknown number began.</summary>
    public bool IsMoved { get; }

    /// <summary>For a pointer, a list or an object: what it refers to.</summary>
    public ImmutableArray<Storage> Places { get; }

    /// <summary>The parameter, member or method that gave it without proof, if one did.</summary>
    public ISymbol? Culprit { get; }

    /// <summary>Where in a region of <c>/hypervisor</c> it is, if that is the same on every way.</summary>
    public RegionPosition? Position { get; }

    /// <summary>Whether it is one constant and nothing else.</summary>
    public bool IsExact => Origins == Origins.None && !IsMoved && Constants.Length == 1 && Places.IsEmpty;

    private bool IsNothing => Origins == Origins.None && Constants.IsEmpty && Places.IsEmpty;

    /// <summary>A value from somewhere.</summary>
    /// <param name="origins">From where.</param>
    /// <param name="culprit">Who gave it without proof.</param>
    public static FrameValue From(Origins origins, ISymbol? culprit = null) => new(origins, NoConstants, false, NoPlaces, culprit);

    /// <summary>One constant.</summary>
    public static FrameValue Of(Constant constant) => new(Origins.None, ImmutableArray.Create(constant), false, NoPlaces, null);

    /// <summary>A reference to a place.</summary>
    public static FrameValue To(Storage place) => new(Origins.None, NoConstants, false, ImmutableArray.Create(place), null);

    /// <summary>This, or the other.</summary>
    public FrameValue Join(FrameValue other)
    {
        if (ReferenceEquals(this, other) || other.IsNothing)
        {
            return this;
        }

        if (IsNothing)
        {
            return other;
        }

        return new FrameValue(
            Origins | other.Origins,
            Constants,
            IsMoved || other.IsMoved,
            Places.SequenceEqual(other.Places) ? Places : Places.Union(other.Places).ToImmutableArray(),
            Culprit ?? other.Culprit,
            Position == other.Position ? Position : null).With(Union(Constants, other.Constants));
    }

    /// <summary>As <see cref="Join"/>, but no constant is added to those that are known: so that loops come to an end.</summary>
    public FrameValue Widen(FrameValue other)
    {
        FrameValue joined = Join(other);
        return joined.Constants.SequenceEqual(Constants)
            ? joined
            : Constants.IsEmpty ? joined
            : Constants[0].Unit == ConstantUnit.None
                ? new FrameValue(joined.Origins | Origins.Unknown, NoConstants, true, joined.Places, joined.Culprit)
                : new FrameValue(joined.Origins, Constants, true, joined.Places, joined.Culprit);
    }

    /// <summary>The value after arithmetic with a number that is not known: a frame keeps the proof of where it began.</summary>
    public FrameValue Moved() => new(Origins, Constants, true, Places, Culprit);

    /// <summary>The same with other origins.</summary>
    public FrameValue With(Origins origins) => new(origins, Constants, IsMoved, Places, Culprit, Position);

    /// <summary>The same at another place in a region, or at one that is not known.</summary>
    public FrameValue At(RegionPosition? position) => new(Origins, Constants, IsMoved, Places, Culprit, position);

    /// <summary>The same with other constants.</summary>
    public FrameValue With(IEnumerable<Constant> constants)
    {
        ImmutableArray<Constant> kept =
            constants.Distinct().OrderBy(static item => item.Value).Take(MaximumConstants + 1).ToImmutableArray();
        return kept.Length <= MaximumConstants ? new FrameValue(Origins, kept, IsMoved, Places, Culprit, Position).WithoutPlaceholders()
            : kept[0].Unit == ConstantUnit.None ? new FrameValue(Origins | Origins.Unknown, NoConstants, true, Places, Culprit)
            : new FrameValue(Origins, kept.RemoveAt(MaximumConstants), true, Places, Culprit);
    }

    /// <summary>The same without anything that it refers to.</summary>
    public FrameValue WithoutPlaces() => new(Origins, Constants, false, NoPlaces, Culprit, Position);

    /// <inheritdoc/>
    public bool Equals(FrameValue? other) => other is not null
        && Origins == other.Origins && IsMoved == other.IsMoved && Position == other.Position
        && Constants.SequenceEqual(other.Constants) && Places.SequenceEqual(other.Places);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FrameValue);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Origins * 31) + Constants.Length + (Places.Length * 7);

    /// <summary>
    /// <c>default</c> and <c>Gfn.Invalid</c> stand for "not found yet" wherever the value can be something else as well.
    /// </summary>
    private FrameValue WithoutPlaceholders()
    {
        ImmutableArray<Constant> real = Constants.RemoveAll(FrameArithmetic.IsPlaceholder);
        return real.Length == Constants.Length || (real.IsEmpty && Origins == Origins.None)
            ? this
            : new FrameValue(Origins, real, IsMoved, Places, Culprit, Position);
    }

    private static IEnumerable<Constant> Union(ImmutableArray<Constant> left, ImmutableArray<Constant> right) =>
        right.IsEmpty ? left : left.IsEmpty ? right : left.Concat(right);
}
