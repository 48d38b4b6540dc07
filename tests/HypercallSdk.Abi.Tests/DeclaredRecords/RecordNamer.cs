using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>Takes a type of the layout engine apart into what the declaration language says field by field.</summary>
/// <param name="spellings">Where the choice between ways to write a field comes from; null for the plain one always.</param>
internal sealed class RecordNamer(Random? spellings = null)
{
    private int _types;

    /// <summary>Names a record and everything in it.</summary>
    /// <param name="name">The C# type's name.</param>
    /// <param name="cTag">The C tag.</param>
    /// <param name="type">The record.</param>
    public DeclaredRecord Name(string name, string cTag, CompositeType type)
    {
        _types = 0;
        return Record(name, cTag, type);
    }

    private DeclaredRecord Record(string name, string? cTag, CompositeType type) =>
        new(name, cTag, type, [.. type.Fields.Select(Field)]);

    private DeclaredField Field(AbiField field, int position)
    {
        List<int> lengths = [];
        int alignment = 1;
        AbiType element = field.Type;
        for (; element is ArrayType or AlignedType; element = Inner(element))
        {
            if (element is ArrayType array)
            {
                lengths.Add(array.Length);
            }
            else
            {
                alignment = Math.Max(alignment, ((AlignedType)element).Alignment);
            }
        }

        FieldSpelling spelling = Spelling(field, element, lengths);
        string name = field.Name.Length == 0 ? Numbered("anonymous", position)
            : spelling == FieldSpelling.Renamed ? "Renamed_" + field.Name
            : field.Name;
        DeclaredRecord? nested = element is CompositeType inner ? Record(Numbered(name + "_t", ++_types), cTag: null, inner) : null;
        return new DeclaredField(field, name, element, lengths, alignment, nested, spelling);
    }

    private FieldSpelling Spelling(AbiField field, AbiType element, List<int> lengths)
    {
        bool isInteger = element is IntegerType && field.BitWidth is null && lengths.Count == 0;
        return (spellings is null || field.Name.Length == 0 ? -1 : spellings.Next(24)) switch
        {
            0 or 1 when isInteger => FieldSpelling.Wrapped,
            2 or 3 when isInteger => FieldSpelling.Stored,
            4 => FieldSpelling.Renamed,
            5 when field.BitWidth is null && !lengths.Contains(0) => FieldSpelling.MustBeZero,
            _ => FieldSpelling.Plain,
        };
    }

    private static AbiType Inner(AbiType type) => type is ArrayType array ? array.Element : ((AlignedType)type).Type;

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
