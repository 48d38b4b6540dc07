using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>What is declared against the measured layouts of the records of Xen's newest headers, on one ABI.</summary>
/// <param name="Abi">The ABI.</param>
/// <param name="Records">How many records were compared.</param>
/// <param name="Fields">How many fields were.</param>
/// <param name="Findings">What differs.</param>
public sealed record LayoutCheck(AbiKind Abi, int Records, int Fields, IReadOnlyList<Finding> Findings)
{
    /// <summary>Compares every declared record that the newest headers have.</summary>
    public static LayoutCheck Of(DeclaredAbi declared)
    {
        LayoutFile file = LayoutFile.Of(declared.Abi);
        XenRecordBuilder builder = new(file);
        DataModel model = DataModel.Of(declared.Abi);
        string place = $"HEAD {AbiNames.Of(declared.Abi)}";
        HashSet<string> compared = [];
        int fields = 0;
        List<Finding> findings = [];
        foreach (DeclaredRecord record in declared.Records)
        {
            LayoutRecord? known = file.Records.GetValueOrDefault("struct " + record.CName) ?? file.Records.GetValueOrDefault("union " + record.CName);
            if (known is null || !record.Availability.Abis.Has(declared.Abi) || !record.Availability.Covers(Releases.Head, declared.Abi))
            {
                continue;
            }

            DeclaredBody body = record.Body.In(Releases.Head, declared.Abi);
            CompositeType type = builder.Build(known);
            Dictionary<string, RecordMember> theirs = RecordMembers.Of(type, model).ToDictionary(static member => member.Path);
            Dictionary<string, DeclaredMember> ours = [];
            foreach (DeclaredMember member in body.MembersIn(model).Where(member => member.Availability.Covers(Releases.Head, declared.Abi)))
            {
                ours.TryAdd(member.Path, member);
            }

            fields += compared.Add(record.CName) ? theirs.Count : 0;
            findings.AddRange(Compare(record, body.Type.SizeIn(model), type.SizeIn(model), ours, theirs, place));
        }

        return new LayoutCheck(declared.Abi, compared.Count, fields, findings);
    }

    private static IEnumerable<Finding> Compare(
        DeclaredRecord record, int size, int knownSize, Dictionary<string, DeclaredMember> ours, Dictionary<string, RecordMember> theirs, string place)
    {
        if (size != knownSize)
        {
            yield return new Finding(record.File, record.CName, place, $"size {size}", $"{knownSize}");
        }

        foreach ((string path, RecordMember member) in theirs.Where(pair => !IsElsewhere(pair.Key, ours)))
        {
            string subject = $"{record.CName}.{path}";
            if (!ours.TryGetValue(path, out DeclaredMember? mine))
            {
                yield return new Finding(record.File, subject, place, "absent", Text(member.Place));
            }
            else if (Text(mine.Place) != Text(member.Place))
            {
                yield return new Finding(record.File, subject, place, Text(mine.Place), Text(member.Place));
            }
        }

        foreach ((string path, DeclaredMember member) in ours)
        {
            // What C has as an array of scalars may be declared as a record with the array inside.
            bool isInScalar = OuterPathsOf(path).Any(outer => theirs.TryGetValue(outer, out RecordMember? known) && !IsComposite(known.Field.Type));
            if (!theirs.ContainsKey(path) && !isInScalar)
            {
                yield return new Finding(record.File, $"{record.CName}.{path}", place, Text(member.Place), "absent");
            }
        }
    }

    /// <summary>
    /// Whether something is declared in other words: in the arguments of an operation that has its own there, or not at all because
    /// the one member of a union that an operation needs stands for the union (<c>u.foreign_domid</c>).
    /// </summary>
    private static bool IsElsewhere(string path, Dictionary<string, DeclaredMember> ours) => ours.Values.Any(member =>
        (member.Field.IsPayload && path.StartsWith(member.Path + ".", StringComparison.Ordinal))
        || (member.Field.Field.Name.LastIndexOf('.') is var dot and > 0
            && $"{path}.".StartsWith(member.Path[..(member.Path.Length - member.Field.Field.Name.Length + dot)] + ".", StringComparison.Ordinal)
            && !ours.ContainsKey(path)));

    private static string Text(FieldPlace place) => place.IsBits
        ? $"bits {(place.Offset * 8) + place.BitOffset} to {(place.Offset * 8) + place.BitOffset + place.BitWidth - 1}"
        : $"{place.Size} bytes at {place.Offset}";

    private static IEnumerable<string> OuterPathsOf(string path)
    {
        for (int dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            yield return path[..dot].Replace("[0]", string.Empty, StringComparison.Ordinal);
        }
    }

    private static bool IsComposite(AbiType type) => type switch
    {
        CompositeType => true,
        ArrayType array => IsComposite(array.Element),
        AlignedType aligned => IsComposite(aligned.Type),
        _ => false,
    };
}
