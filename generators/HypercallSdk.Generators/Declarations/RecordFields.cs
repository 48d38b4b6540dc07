using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// The fields of an annotated struct: the parameters of its method <c>Fields</c>. The method has no body, so the compiler drops it;
/// what it leaves behind is a list of names, types and attributes in the order of the source.
/// </summary>
internal static class RecordFields
{
    /// <summary>What the method is called.</summary>
    public const string MethodName = "Fields";

    /// <summary>Whether a type is declared as a record: a struct or a union.</summary>
    public static bool IsRecord(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Struct && AttributeOf(type) is not null;

    /// <summary>The attribute that declares a record; null when the type has none.</summary>
    public static AttributeData? AttributeOf(ITypeSymbol type) =>
        type.Find(AttributeNames.HypercallStruct) ?? type.Find(AttributeNames.HypercallUnion);

    /// <summary>Whether a record is a union.</summary>
    public static bool IsUnion(ITypeSymbol type) =>
        type.Find(AttributeNames.HypercallStruct) is null && type.Find(AttributeNames.HypercallUnion) is not null;

    /// <summary>The method; null when the struct has no such method, and so is a record as it stands.</summary>
    public static IMethodSymbol? MethodOf(ITypeSymbol type) =>
        type.GetMembers(MethodName).OfType<IMethodSymbol>().FirstOrDefault();

    /// <summary>Whether a method is one that only lists fields.</summary>
    public static bool IsSound(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true, IsGenericMethod: false, IsPartialDefinition: true, PartialImplementationPart: null };

    /// <summary>The ABI type of a record with a method; null when something is wrong with it, of which nothing is said here.</summary>
    public static CompositeType? Read(INamedTypeSymbol type, TypeBudget budget)
    {
        if (MethodOf(type) is not { } method || !IsSound(method) || !budget.TryEnter())
        {
            return null;
        }

        bool isUnion = IsUnion(type);
        List<AbiField> fields = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            FieldHome home = isUnion ? FieldHome.Union : FieldHome.Struct;
            if (AbiFieldReader.Read(parameter, home, budget, ProblemReporter.Silent) is { } field)
            {
                fields.Add(field);
            }
        }

        budget.Leave();
        CompositeType record = TypeOf(isUnion, fields);
        return fields.Count == method.Parameters.Length && IsSmallEnough(record) ? record : null;
    }

    /// <summary>The struct or the union of some fields.</summary>
    public static CompositeType TypeOf(bool isUnion, IEnumerable<AbiField> fields)
    {
        EquatableArray<AbiField> array = new(fields);
        return isUnion ? new UnionType(array) : new RecordType(array);
    }

    /// <summary>Whether a type's size is one to reckon with on every ABI. The sizes of its parts have been looked at before.</summary>
    public static bool IsSmallEnough(AbiType type) => type switch
    {
        ArrayType array => DataModel.All.All(model => (long)array.Element.SizeIn(model) * array.Length <= TypeBudget.MaximumSize),
        CompositeType composite => DataModel.All.All(model => SizeOf(composite, model) <= TypeBudget.MaximumSize),
        _ => true,
    };

    /// <summary>An upper bound, reckoned without overflow: parts are small, but there may be many.</summary>
    private static long SizeOf(CompositeType type, DataModel model) =>
        type.Fields.Sum(field => Math.Max((long)field.Type.SizeIn(model) + field.Type.AlignmentIn(model), field.Offset ?? 0));
}
