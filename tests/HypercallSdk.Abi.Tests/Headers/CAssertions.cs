using System.Collections.Generic;

namespace HypercallSdk.Abi.Tests.Headers;

/// <summary>Makes assertions of what is declared.</summary>
internal static class CAssertions
{
    /// <summary>
    /// Declared as a record, but C has a typedef of an array: it has a size and an alignment, and no field to ask for.
    /// </summary>
    private static readonly HashSet<string> ArrayTypedefs = ["xen_extraversion"];

    /// <summary>What there is to confirm about a constant.</summary>
    public static IEnumerable<CAssertion> Of(CConstant constant) => [new(constant.Name, $"{constant.Name} == {constant.Value}")];

    /// <summary>What there is to confirm about a record.</summary>
    public static IEnumerable<CAssertion> Of(CRecord record)
    {
        bool isArray = ArrayTypedefs.Contains(record.Tag);
        string type = isArray ? record.Tag + "_t" : "struct " + record.Tag;
        yield return new(record.Tag, $"sizeof({type}) == {record.Size}");
        yield return new(record.Tag, $"_Alignof({type}) == {record.Alignment}");
        if (record.DeclaredSize != 0)
        {
            yield return new(record.Tag, $"sizeof({type}) == {record.DeclaredSize}");
        }

        foreach (CField field in isArray ? [] : record.Fields)
        {
            foreach (string condition in Of(field, type))
            {
                yield return new(record.Tag, condition);
            }
        }
    }

    private static IEnumerable<string> Of(CField field, string type)
    {
        string value = $"(({type} *)0)->{field.Name}";
        yield return $"__builtin_offsetof({type}, {field.Name}) == {field.Offset}";
        yield return $"sizeof({value}) == {field.Size}";
        if (field.IsSigned is { } isSigned)
        {
            yield return $"((__typeof__({value}))-1 < 0) == {(isSigned ? 1 : 0)}";
        }

        // On Arm a guest handle is a union: p is the pointer in it.
        if (field.ElementSize is { } elementSize)
        {
            yield return $"sizeof(*{value}.p) == {elementSize}";
        }
    }
}
