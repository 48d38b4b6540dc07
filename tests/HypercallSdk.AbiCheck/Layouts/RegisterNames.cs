using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>
/// The names that C gives the parts of a register beside its own, in a union without a name: <c>rax</c>, <c>eax</c>, <c>ax</c>,
/// <c>al</c>. Which of them there are depends on the compiler's dialect and on who asks; the register is declared once.
/// </summary>
internal static class RegisterNames
{
    /// <summary>The groups of paths that name parts of one register.</summary>
    /// <param name="type">The record.</param>
    /// <param name="prefix">What leads to it.</param>
    public static IEnumerable<IReadOnlySet<string>> In(CompositeType type, string prefix)
    {
        foreach (AbiField field in type.Fields)
        {
            if (field is { Name.Length: 0, Type: UnionType union } && IsOfIntegers(union))
            {
                yield return NamesIn(union, prefix).ToHashSet(StringComparer.Ordinal);
            }
            else if (field.Type is CompositeType inner)
            {
                foreach (IReadOnlySet<string> names in In(inner, field.Name.Length == 0 ? prefix : $"{prefix}{field.Name}."))
                {
                    yield return names;
                }
            }
        }
    }

    private static bool IsOfIntegers(CompositeType type) => type.Fields.All(
        static field => field.Type is IntegerType or AlignedType || (field is { Name.Length: 0, Type: CompositeType inner } && IsOfIntegers(inner)));

    private static IEnumerable<string> NamesIn(CompositeType type, string prefix) =>
        type.Fields.SelectMany(field => field.Type is CompositeType inner ? NamesIn(inner, prefix) : [prefix + field.Name]);
}
