using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>Walks the fields of a declared record at every depth, those that guest code can reach.</summary>
internal static class ProbedMembers
{
    /// <summary>The fields, each before what is in it, as <see cref="RecordMembers"/> walks them.</summary>
    /// <param name="record">The record.</param>
    /// <param name="emitted">The struct with what was emitted for it.</param>
    /// <param name="model">The ABI's widths: what has no bytes is not reached.</param>
    public static IReadOnlyList<ProbedMember> Of(DeclaredRecord record, INamedTypeSymbol emitted, DataModel model)
    {
        List<ProbedMember> members = [];
        Add(members, record, emitted, cPrefix: string.Empty, prefix: "s->", model);
        return members;
    }

    private static void Add(
        List<ProbedMember> members, DeclaredRecord record, INamedTypeSymbol emitted, string cPrefix, string prefix, DataModel model)
    {
        foreach (DeclaredField field in record.Fields.Where(field => field.IsReached && field.Element.SizeIn(model) != 0))
        {
            bool isBuffer = emitted.GetMembers(field.Name).OfType<IFieldSymbol>().Any(static member => member.IsFixedSizeBuffer);
            string path = prefix + DeclarationText.Escaped(field.Name);
            string[] lvalues = [.. new[] { Element(field, isLast: false), Element(field, isLast: true) }
                .Select(element => path + (element.Length == 0 ? element : isBuffer ? $"[{element}]" : $"({element})"))
                .Distinct()];
            members.Add(new ProbedMember(field.IsAnonymous ? null : cPrefix + field.Field.Name, field, lvalues));
            if (field.Nested is { } nested)
            {
                string element = string.Concat(Enumerable.Repeat("[0]", field.Lengths.Count));
                Add(
                    members,
                    nested,
                    emitted.GetTypeMembers(nested.Name).Single(),
                    field.IsAnonymous ? cPrefix : $"{cPrefix}{field.Field.Name}{element}.",
                    lvalues[0] + ".",
                    model);
            }
        }
    }

    /// <summary>The indices of an array's first or last element; empty for a field that is no array.</summary>
    private static string Element(DeclaredField field, bool isLast) =>
        string.Join(", ", field.Lengths.Select(length => isLast && length != 0 ? length - 1 : 0));
}
