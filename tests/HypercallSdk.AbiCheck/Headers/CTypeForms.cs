using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>Finds out what records are called in C: by a tag, or by a typedef where they have none.</summary>
internal static class CTypeForms
{
    private static readonly string[] Forms = ["struct {0}", "union {0}", "{0}_t", "{0}"];

    /// <summary>The names of those that the headers have.</summary>
    public static IReadOnlyDictionary<string, CTypeForm> Find(CCompiler compiler, IEnumerable<string> tags)
    {
        string[] distinct = [.. tags.Distinct()];
        string[] names = [.. distinct.SelectMany(static tag => Forms.Select(form => string.Format(null, form, tag)))];
        IReadOnlyList<CLineVerdict> verdicts = compiler.Judge(
        [
            .. names.Select(static name => $"_Static_assert(sizeof({name}) + 1, \"\");"),

            // A struct cannot be dereferenced; nothing here is a pointer.
            .. names.Select(static name => $"_Static_assert(sizeof(**({name} *)0) + 1, \"\");"),
        ]);
        Dictionary<string, CTypeForm> found = [];
        for (int index = 0; index < names.Length; index++)
        {
            if (verdicts[index] == CLineVerdict.Holds)
            {
                bool isArray = verdicts[names.Length + index] == CLineVerdict.Holds;
                found.TryAdd(distinct[index / Forms.Length], new CTypeForm(names[index], isArray));
            }
        }

        return found;
    }
}
