using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>Finds out what records are called in C: by a tag, or by a typedef where they have none.</summary>
internal static class CTypeForms
{
    /// <summary>
    /// The members that are declared as a record of nothing but an array and that C has as the array itself, by the C type that they are in.
    /// </summary>
    public static IReadOnlySet<(string Type, string Path)> Arrays(CCompiler compiler, IEnumerable<(string Type, DeclaredMember Member)> members)
    {
        (string Type, string Path)[] candidates = [.. members
            .Where(static pair => pair.Member.Field is { Inner.Fields: [{ Field.Type: ArrayType }], Field.Type: not ArrayType })
            .Select(static pair => (pair.Type, pair.Member.Path))
            .Distinct()];
        IReadOnlyList<CLineVerdict> verdicts =
            compiler.Judge([.. candidates.Select(static pair => $"_Static_assert(sizeof(*(({pair.Type} *)0)->{pair.Path}) + 1, \"\");")]);
        return candidates.Where((_, index) => verdicts[index] == CLineVerdict.Holds).ToHashSet();
    }

    /// <summary>The names of those that the headers have, by their tags.</summary>
    public static IReadOnlyDictionary<string, CTypeForm> Find(CCompiler compiler, IEnumerable<DeclaredRecord> records)
    {
        // To ask for a struct where there is a union makes C forget the union.
        (string Tag, string Name)[] names =
        [
            .. records.GroupBy(static record => record.CName).SelectMany(static group => new[]
            {
                (group.Key, $"{(group.First().Body.IsUnion ? "union" : "struct")} {group.Key}"),
                (group.Key, group.Key + "_t"),
                (group.Key, group.Key),
            }),
        ];
        IReadOnlyList<CLineVerdict> verdicts = compiler.Judge(
        [
            .. names.Select(static pair => $"_Static_assert(sizeof({pair.Name}) + 1, \"\");"),

            // A struct cannot be dereferenced, and nothing here is a pointer.
            .. names.Select(static pair => $"_Static_assert(sizeof(**({pair.Name} *)0) + 1, \"\");"),
        ]);
        Dictionary<string, CTypeForm> found = [];
        for (int index = 0; index < names.Length; index++)
        {
            if (verdicts[index] == CLineVerdict.Holds)
            {
                bool isArray = verdicts[names.Length + index] == CLineVerdict.Holds;
                found.TryAdd(names[index].Tag, new CTypeForm(names[index].Name, isArray));
            }
        }

        return found;
    }
}
