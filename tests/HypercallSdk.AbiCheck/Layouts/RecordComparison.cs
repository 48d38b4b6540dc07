using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>A declared record and the measured one of its name: what has another place, and what only one of them has.</summary>
internal sealed class RecordComparison
{
    private readonly DeclaredRecord _record;
    private readonly string _place;
    private readonly int _size;
    private readonly int _knownSize;
    private readonly Dictionary<string, DeclaredMember> _ours = [];
    private readonly Dictionary<string, RecordMember> _theirs;
    private readonly IReadOnlyList<IReadOnlySet<string>> _aliases;

    /// <summary>Compares a record.</summary>
    /// <param name="record">The declared one.</param>
    /// <param name="known">The measured one.</param>
    /// <param name="model">The ABI.</param>
    public RecordComparison(DeclaredRecord record, CompositeType known, DataModel model)
    {
        _record = record;
        _place = $"HEAD {model.Name}";
        DeclaredBody body = record.Body.In(Releases.Head, model.Abi);
        _size = body.Type.SizeIn(model);
        _knownSize = known.SizeIn(model);
        _theirs = RecordMembers.Of(known, model).ToDictionary(static member => member.Path);
        _aliases = [.. RegisterNames.In(known, prefix: string.Empty)];
        foreach (DeclaredMember member in body.MembersIn(model).Where(member => member.Availability.Covers(Releases.Head, model.Abi)))
        {
            if (PathIn(member.Path) is { } path)
            {
                _ours.TryAdd(path, member);
            }
        }
    }

    /// <summary>How many fields the measured record has.</summary>
    public int KnownFields => _theirs.Count;

    /// <summary>What differs.</summary>
    public IEnumerable<Finding> Findings()
    {
        if (_size != _knownSize)
        {
            yield return new Finding(_record.File, _record.CName, _place, $"size {_size}", $"{_knownSize}");
        }

        foreach ((string path, RecordMember member) in _theirs)
        {
            if (!_ours.TryGetValue(path, out DeclaredMember? mine))
            {
                if (!IsElsewhere(path) && !IsOtherName(path))
                {
                    yield return Finding(path, "absent", Text(member.Place));
                }
            }
            else if (Text(mine.Place) != Text(member.Place))
            {
                yield return Finding(path, Text(mine.Place), Text(member.Place));
            }
        }

        foreach ((string path, DeclaredMember member) in _ours.Where(pair => !_theirs.ContainsKey(pair.Key)))
        {
            yield return Finding(path, Text(member.Place), "absent");
        }
    }

    private Finding Finding(string path, string ours, string theirs) => new(_record.File, $"{_record.CName}.{path}", _place, ours, theirs);

    private static string Text(FieldPlace place) => place.IsBits
        ? $"bits {(place.Offset * 8) + place.BitOffset} to {(place.Offset * 8) + place.BitOffset + place.BitWidth - 1}"
        : $"{place.Size} bytes at {place.Offset}";

    /// <summary>
    /// The path in C of what is declared. What C has as an array may be declared as a record with nothing but the array inside: the
    /// record is the array, and the array within has no path of its own; null for that.
    /// </summary>
    private string? PathIn(string path)
    {
        foreach ((string outer, DeclaredMember member) in _ours)
        {
            if (!path.StartsWith(outer + ".", StringComparison.Ordinal)
                || member.Field is not { Inner.Fields: [{ Field: { Type: ArrayType, Name: var inner } }], Field.Type: not ArrayType }
                || !_theirs.TryGetValue(outer, out RecordMember? known)
                || known.Field.Type is not ArrayType)
            {
                continue;
            }

            string rest = path[(outer.Length + 1 + inner.Length)..];
            return rest.Length == 0 ? null : outer + rest;
        }

        return path;
    }

    /// <summary>
    /// Whether something is declared in other words: in the arguments of an operation that has its own there, or not at all because
    /// the one member of a union that an operation needs stands for the union (<c>u.foreign_domid</c>).
    /// </summary>
    private bool IsElsewhere(string path) => _ours.Values.Any(member =>
        (member.Field.IsPayload && path.StartsWith(member.Path + ".", StringComparison.Ordinal))
        || (UnionOf(member) is { } union && $"{path}.".StartsWith(union + ".", StringComparison.Ordinal)));

    /// <summary>The union, or the struct in a union, whose member an operation has as a field of its own; null for other fields.</summary>
    private static string? UnionOf(DeclaredMember member)
    {
        int dot = member.Field.Field.Name.LastIndexOf('.');
        return dot < 0 ? null : member.Path[..(member.Path.Length - member.Field.Field.Name.Length + dot)];
    }

    /// <summary>Whether something only names a part of a register that is declared whole.</summary>
    private bool IsOtherName(string path) =>
        _aliases.Any(names => names.Contains(path) && names.Any(name => _ours.ContainsKey(name)));
}
