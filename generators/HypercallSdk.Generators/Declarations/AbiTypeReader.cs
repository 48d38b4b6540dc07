using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Finds the ABI type that a C# type stands for.</summary>
public static class AbiTypeReader
{
    /// <summary>How deep structs may nest: deeper than any ABI, and a bound for source that contains itself.</summary>
    private const int MaximumDepth = 16;

    /// <summary>The ABI type of a C# type; null when it has none.</summary>
    public static AbiType? Read(ITypeSymbol type) => Read(type, MaximumDepth);

    /// <summary>What a C# type that has an ABI is to the emitter.</summary>
    public static ParameterShape ShapeOf(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => ParameterShape.Pointer,
        _ when IntegerOf(type) is not null => ParameterShape.Integer,
        _ when WrappedIntegerOf(type) is not null => ParameterShape.Wrapper,
        _ => ParameterShape.Record,
    };

    private static AbiType? Read(ITypeSymbol type, int depth) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => new GuestHandleType(),
        _ when IntegerOf(type) is { } integer => integer,
        _ when WrappedIntegerOf(type) is { } wrapped => wrapped,
        INamedTypeSymbol { TypeKind: TypeKind.Struct } record => ReadRecord(record, depth),
        _ => null,
    };

    private static IntegerType? IntegerOf(ITypeSymbol type)
    {
        SpecialType special = type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying }
            ? underlying.SpecialType
            : type.SpecialType;
        return special switch
        {
            SpecialType.System_Byte => new IntegerType(1, IsSigned: false),
            SpecialType.System_SByte => new IntegerType(1, IsSigned: true),
            SpecialType.System_UInt16 => new IntegerType(2, IsSigned: false),
            SpecialType.System_Int16 => new IntegerType(2, IsSigned: true),
            SpecialType.System_UInt32 => new IntegerType(4, IsSigned: false),
            SpecialType.System_Int32 => new IntegerType(4, IsSigned: true),
            SpecialType.System_UInt64 => new IntegerType(8, IsSigned: false),
            SpecialType.System_Int64 => new IntegerType(8, IsSigned: true),
            _ => null,
        };
    }

    private static AbiType? WrappedIntegerOf(ITypeSymbol type)
    {
        if (!IsPlainStruct(type) || FieldsOf(type) is not [{ IsFixedSizeBuffer: false } field] || IntegerOf(field.Type) is not { } integer)
        {
            return null;
        }

        return type.Find(AttributeNames.CName)?.Text(0) switch
        {
            XenWidthType.FrameName => new XenWidthType(IsFrame: true),
            XenWidthType.ULongName => new XenWidthType(IsFrame: false),
            _ => integer,
        };
    }

    private static RecordType? ReadRecord(INamedTypeSymbol type, int depth)
    {
        if (depth == 0 || !IsPlainStruct(type))
        {
            return null;
        }

        List<AbiField> fields = [];
        foreach (IFieldSymbol field in FieldsOf(type))
        {
            if (ReadField(field, depth) is not { } fieldType)
            {
                return null;
            }

            fields.Add(new AbiField(field.Find(AttributeNames.CName)?.Text(0) ?? field.Name, fieldType));
        }

        return fields.Count == 0 ? null : new RecordType(new EquatableArray<AbiField>(fields));
    }

    private static AbiType? ReadField(IFieldSymbol field, int depth)
    {
        if (!field.IsFixedSizeBuffer)
        {
            return Read(field.Type, depth - 1);
        }

        ITypeSymbol element = ((IPointerTypeSymbol)field.Type).PointedAtType;
        return IntegerOf(element) is { } integer ? new ArrayType(integer, field.FixedSize) : null;
    }

    /// <summary>A struct whose fields lie in memory as they stand in the source.</summary>
    private static bool IsPlainStruct(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsGenericType: false, IsRefLikeType: false }
        && !type.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "StructLayoutAttribute" }
            && attribute.ConstructorArguments.FirstOrDefault().Value is not (0 or (short)0));

    private static IReadOnlyList<IFieldSymbol> FieldsOf(ITypeSymbol type) =>
        [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst)];
}
