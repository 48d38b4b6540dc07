using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>Reads records with the generator's readers and follows their symbols for what these leave out: the dates of fields.</summary>
internal static class RecordTree
{
    /// <summary>The fields of a record; null when it is none, or not sound.</summary>
    public static DeclaredBody? Of(INamedTypeSymbol type)
    {
        AttributeData? attribute = type.AttributeOf(AttributeNames.HypercallStruct) ?? type.AttributeOf(AttributeNames.HypercallUnion);
        if (attribute is null)
        {
            return null;
        }

        if (!RecordReader.IsPlain(type))
        {
            return RecordReader.Read(type, report: null, CancellationToken.None) is { } record
                ? new DeclaredBody(record.CName, record.IsUnion, FieldsOf(record.Fields, MethodOf(type).Parameters))
                : null;
        }

        string tag = attribute.ConstructorArguments is [{ Value: string name }] ? name : string.Empty;
        IFieldSymbol[] fields = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst)];
        return AbiTypeReader.Read(type) is RecordType plain
            ? new DeclaredBody(tag, IsUnion: false, [.. plain.Fields.Zip(fields, static (field, symbol) => FieldOf(field, symbol, symbol.Type))])
            : null;
    }

    /// <summary>Fields with the parameters that declare them.</summary>
    public static IReadOnlyList<DeclaredField> FieldsOf(IEnumerable<FieldDeclaration> fields, IEnumerable<IParameterSymbol> parameters) =>
        [.. fields.Zip(parameters, static (field, parameter) => FieldOf(field.Field, parameter, parameter.Type))];

    private static IMethodSymbol MethodOf(INamedTypeSymbol type) => type.GetMembers("Fields").OfType<IMethodSymbol>().First();

    private static DeclaredField FieldOf(AbiField field, ISymbol symbol, ITypeSymbol type) => new(
        field,
        symbol.AvailabilityOf(),
        symbol.Has(AttributeNames.MustBeZero),
        type is INamedTypeSymbol named ? Of(named) : null,
        type is IPointerTypeSymbol { PointedAtType: var pointee } ? AbiTypeReader.Read(pointee) : null)
    {
        IsPayload = symbol.Has(AttributeNames.PayloadField),
    };
}
