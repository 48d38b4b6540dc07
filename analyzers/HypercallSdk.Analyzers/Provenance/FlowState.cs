using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>What every storage holds at one point of a method.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<Storage, FrameValue> _values;

    /// <summary>The state in which nothing is known.</summary>
    public FlowState()
        : this([])
    {
    }

    private FlowState(Dictionary<Storage, FrameValue> values)
    {
        _values = values;
    }

    /// <summary>A state of its own with the same contents.</summary>
    public FlowState Clone() => new(new Dictionary<Storage, FrameValue>(_values));

    /// <summary>What a storage holds, all its parts as one; null when nothing was ever written to it.</summary>
    public FrameValue? Read(Storage storage)
    {
        FrameValue? value = Covering(storage);
        foreach (KeyValuePair<Storage, FrameValue> part in _values)
        {
            if (part.Key.Path.Length > storage.Path.Length && part.Key.IsIn(storage))
            {
                value = value?.Join(part.Value) ?? part.Value;
            }
        }

        return value;
    }

    /// <summary>What was written to a storage itself, and not to what it is a part of; null when nothing was.</summary>
    public FrameValue? Exact(Storage storage) => _values.TryGetValue(storage, out FrameValue? value) ? value : null;

    /// <summary>What an element holds: what was written to it, or to one of which the index is not known.</summary>
    public FrameValue ReadElement(Storage list, int index) =>
        (_values.TryGetValue(list.Element(index), out FrameValue? value) ? value : FrameValue.Nothing)
        .Join(_values.TryGetValue(list, out FrameValue? any) ? any : FrameValue.Nothing);

    /// <summary>Replaces what a storage and its parts hold.</summary>
    public void Write(Storage storage, FrameValue value)
    {
        Forget(part => part.IsIn(storage));
        _values[storage] = value;
    }

    /// <summary>Adds to what a storage can hold.</summary>
    public void Add(Storage storage, FrameValue value) =>
        _values[storage] = _values.TryGetValue(storage, out FrameValue? old) ? old.Join(value) : value;

    /// <summary>Copies the parts of a storage, as assigning a struct does.</summary>
    public void CopyParts(Storage from, Storage to)
    {
        foreach (KeyValuePair<Storage, FrameValue> part in _values.ToArray())
        {
            if (part.Key != from && part.Key.IsIn(from))
            {
                _values[to with { Path = to.Path + part.Key.Path.Substring(from.Path.Length) }] = part.Value;
            }
        }
    }

    /// <summary>Drops what is known of some storages.</summary>
    public void Forget(Func<Storage, bool> which)
    {
        foreach (Storage storage in _values.Keys.Where(which).ToArray())
        {
            _values.Remove(storage);
        }
    }

    /// <summary>Changes every value.</summary>
    public void Update(Func<FrameValue, FrameValue> change)
    {
        foreach (KeyValuePair<Storage, FrameValue> item in _values.ToArray())
        {
            _values[item.Key] = change(item.Value);
        }
    }

    /// <summary>Takes up what another way to the same point brings.</summary>
    /// <param name="other">The state on the other way.</param>
    /// <param name="isLoop">Whether the point was reached so often that it must come to an end.</param>
    /// <returns>Whether anything is new.</returns>
    public bool Absorb(FlowState other, bool isLoop)
    {
        bool isNew = false;
        foreach (Storage storage in _values.Keys.Union(other._values.Keys).ToArray())
        {
            FrameValue? left = Covering(storage);
            FrameValue? right = other.Covering(storage);
            if ((left is null || right is null) && storage.IsShared)
            {
                // What other code can write is known only where it is known on both ways.
                isNew |= _values.Remove(storage);
                continue;
            }

            FrameValue old = left ?? FrameValue.Nothing;
            FrameValue joined = isLoop ? old.Widen(right ?? FrameValue.Nothing) : old.Join(right ?? FrameValue.Nothing);
            isNew |= left is null || !joined.Equals(old);
            _values[storage] = joined;
        }

        return isNew;
    }

    private FrameValue? Covering(Storage storage)
    {
        for (Storage? at = storage; at is Storage whole; at = whole.Outer)
        {
            if (_values.TryGetValue(whole, out FrameValue? value))
            {
                return value;
            }
        }

        return null;
    }
}
