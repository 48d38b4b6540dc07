using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.Headers;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Abi.Tests.Declarations;

/// <summary>Lays declared records out with the layout engine.</summary>
internal static class RecordReader
{
    /// <summary>The argument structs of a hypercall's operations.</summary>
    public static IEnumerable<CRecord> ArgumentsOf(HypercallDeclaration hypercall, INamedTypeSymbol type) =>
        from operation in hypercall.Operations
        where operation.Struct is not null
        let method = type.GetMembers(operation.Method).OfType<IMethodSymbol>().Single()
        select Lay(operation.Struct!, operation.DeclaredSizes.Common, operation.Fields, [.. method.Parameters.Select(static parameter => parameter.Type)]);

    /// <summary>The record that a type declares, if it declares one.</summary>
    public static IEnumerable<CRecord> RecordOf(INamedTypeSymbol type)
    {
        AttributeData? attribute = type.GetAttributes()
            .FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString() == AttributeNames.HypercallStruct);
        if (attribute is null)
        {
            return [];
        }

        RecordType record = AbiTypeReader.Read(type) as RecordType
            ?? throw new InvalidOperationException($"{type} is declared as a record, but the reader takes it for something else.");
        return
        [
            Lay(
                (string)attribute.ConstructorArguments[0].Value!,
                attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Size").Value.Value is uint size ? size : 0,
                record.Fields,
                [.. type.GetMembers("Fields").OfType<IMethodSymbol>().Single().Parameters.Select(static parameter => parameter.Type)]),
        ];
    }

    private static CRecord Lay(string tag, uint declaredSize, EquatableArray<AbiField> fields, ITypeSymbol[] types)
    {
        RecordLayout layout = RecordLayout.Of(fields, DataModel.Arm64);
        IEnumerable<CField> cFields = layout.Slots
            .Where(static slot => !slot.IsPadding)
            .Select(slot => new CField(
                fields[slot.Field].Name, slot.Offset, slot.Size, IsSigned(fields[slot.Field].Type), ElementSize(fields[slot.Field], types[slot.Field])));
        return new CRecord(tag, layout.Size, declaredSize, layout.Alignment, new EquatableArray<CField>(cFields));
    }

    private static bool? IsSigned(AbiType type) => type switch
    {
        IntegerType integer => integer.IsSigned,
        XenWidthType => false,
        _ => null,
    };

    private static int? ElementSize(AbiField field, ITypeSymbol type) =>
        field.Type is GuestHandleType && type is IPointerTypeSymbol pointer
            ? AbiTypeReader.Read(pointer.PointedAtType)?.SizeIn(DataModel.Arm64)
            : null;
}
