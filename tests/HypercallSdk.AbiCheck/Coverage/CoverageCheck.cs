using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Headers;
using HypercallSdk.AbiCheck.History;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Coverage;

/// <summary>What of Xen's ABI is not declared.</summary>
public static class CoverageCheck
{
    /// <summary>Counts what is declared on all ABIs.</summary>
    /// <param name="declared">What is declared.</param>
    /// <param name="newest">The headers that tell where a record is from.</param>
    public static IReadOnlyList<CoverageRow> Of(IReadOnlyList<DeclaredAbi> declared, XenHeaders newest)
    {
        HashSet<string> constants = [.. declared.SelectMany(static abi => abi.Constants).Select(static constant => constant.CName)];
        return
        [
            .. Rows("operations", XenOperation.All.Where(Scope.Has), static operation => operation.Hypercall, static operation => operation.Name, constants),
            .. Rows("constants", XenConstant.ByName.Values.Where(Scope.Has), static constant => constant.Header, static constant => constant.Name, constants),
            .. RecordRows(declared, RecordHeaders.In(newest)),
        ];
    }

    private static IEnumerable<CoverageRow> RecordRows(IReadOnlyList<DeclaredAbi> declared, IReadOnlyDictionary<string, string> headers)
    {
        HashSet<string> tags = [.. declared.SelectMany(static abi => abi.Records).Select(static record => record.CName)];
        List<string> due = [];
        foreach (DeclaredAbi abi in declared)
        {
            LayoutFile file = LayoutFile.Of(abi.Abi);
            due.AddRange(file.Records.Values.Where(Scope.Has).Select(static record => record.Name));
            due.AddRange(abi.Records
                .Where(static record => !record.Body.Fields.Any(static field => field.IsPayload)) // each operation has its own record there
                .Select(record => file.Find(record.CName))
                .OfType<LayoutRecord>()
                .Distinct()
                .SelectMany(record => UsedBy(record.Fields, file)));
        }

        return Rows("records", due.Distinct(), name => headers.GetValueOrDefault(TagOf(name), "?"), TagOf, tags);
    }

    private static string TagOf(string name) => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The records that fields are made of, or point at.</summary>
    private static IEnumerable<string> UsedBy(IReadOnlyList<LayoutField> fields, LayoutFile file) => fields.SelectMany(field =>
    {
        string type = field.Row.Type.Split('[')[0];
        int handle = type.LastIndexOf("guest_handle_", StringComparison.Ordinal);
        string name = handle < 0 ? type : type[(handle + "guest_handle_".Length)..].Replace("64_", string.Empty, StringComparison.Ordinal);
        string tag = TagOf(name);
        string bare = tag.EndsWith("_t", StringComparison.Ordinal) ? tag[..^2] : tag;
        IEnumerable<string> names = [name, "struct " + bare, "union " + bare];
        return names.Where(file.Records.ContainsKey).Concat(handle < 0 ? UsedBy(field.Inner, file) : []);
    });

    private static IEnumerable<CoverageRow> Rows<T>(
        string kind, IEnumerable<T> due, Func<T, string> ownerOf, Func<T, string> nameOf, HashSet<string> declared) => due
        .GroupBy(ownerOf)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(group => new CoverageRow(
            kind, group.Key, group.Count(), [.. group.Select(nameOf).Where(name => !declared.Contains(name)).Order(StringComparer.Ordinal)]));
}
