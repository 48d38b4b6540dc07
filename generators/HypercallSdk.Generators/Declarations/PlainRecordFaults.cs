using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What can be wrong on one ABI with a struct that stands as it is: C# may lay it out otherwise than C.</summary>
internal static class PlainRecordFaults
{
    /// <summary>What is wrong; null when nothing is, or the fields have no ABI at all.</summary>
    public static AbiFault? Of(INamedTypeSymbol type, string tag, uint declared, DataModel model)
    {
        if (!AbiTypeReader.IsPlainStruct(type) || PlainRecordReader.ReadFields(type, ProblemReporter.Silent) is not { Count: > 0 } fields)
        {
            return null;
        }

        RecordType record = new(new EquatableArray<AbiField>(fields));
        if (StructFaults.Of(tag, record, declared, model) is { } fault)
        {
            return fault;
        }

        // Where pointers and 64-bit integers are as the runtime has them, C# follows C.
        return IsLaidOutByCSharp(record, type, model)
            ? null
            : new AbiFault(
                ProblemKind.SizeMismatch, tag,
                $"lies otherwise in C# than in C on {model.Name}; list its fields in 'static partial void Fields(…)', and the build lays them out");
    }

    private static bool IsLaidOutByCSharp(RecordType record, INamedTypeSymbol type, DataModel model)
    {
        RecordLayout c = record.LayoutIn(model);
        RecordLayout csharp = new RecordType(new EquatableArray<AbiField>(
            AbiTypeReader.FieldsOf(type).Zip(record.Fields, AsInCSharp))).LayoutIn(DataModel.X86_64);
        return c.Size == csharp.Size && c.Places == csharp.Places;
    }

    private static AbiField AsInCSharp(IFieldSymbol symbol, AbiField field) =>
        symbol.IsFixedSizeBuffer || AbiTypeReader.IntegerUnder(symbol.Type) is not { } integer ? field : field with { Type = integer };
}
