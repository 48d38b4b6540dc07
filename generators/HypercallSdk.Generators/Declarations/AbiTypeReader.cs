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

    /// <summary>How many integers a record may hold, nested ones and array elements counted: a bound on time and on overflow.</summary>
    private const int MaximumElements = 65536;

    /// <summary>The ABI type of a C# type; null when it has none.</summary>
    public static AbiType? Read(ITypeSymbol type)
    {
        int budget = MaximumElements;
        return Read(type, MaximumDepth, ref budget);
    }

    /// <summary>What a C# type that has an ABI is to the emitter.</summary>
    public static ParameterShape ShapeOf(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => ParameterShape.Pointer,
        _ when IntegerOf(type) is not null => ParameterShape.Integer,
        _ when WrappedIntegerOf(type) is not null => ParameterShape.Wrapper,
        _ => ParameterShape.Record,
    };

    /// <summary>Why a C# type has no ABI, and what to do; null when it or what it points at is not a type at all.</summary>
    public static string? WhyNone(ITypeSymbol type)
    {
        if (IsError(type))
        {
            return null; // the compiler says that there is no such type
        }

        return WidthNameOf(type) is { } name
            ? $"stands for '{name}', so its one field must be a ulong"
            : "has no ABI layout; use integers, enums, pointers, and structs made of them";
    }

    /// <summary>A struct whose fields lie in memory as they stand in the source.</summary>
    internal static bool IsPlainStruct(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsGenericType: false, IsRefLikeType: false }
        && !type.GetAttributes().Any(ChangesLayout);

    /// <summary>A struct's instance fields, in the order of the source.</summary>
    internal static IReadOnlyList<IFieldSymbol> FieldsOf(ITypeSymbol type) =>
        [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst)];

    /// <summary>The ABI type of a struct's field; null when it has none.</summary>
    internal static AbiType? Read(IFieldSymbol field)
    {
        int budget = MaximumElements;
        return ReadField(field, MaximumDepth, ref budget);
    }

    private static AbiType? Read(ITypeSymbol type, int depth, ref int budget)
    {
        if (--budget < 0)
        {
            return null;
        }

        return type switch
        {
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => IsError(type) ? null : new GuestHandleType(),
            _ when IntegerOf(type) is { } integer => integer,
            _ when WrappedIntegerOf(type) is { } wrapped => wrapped,
            _ when WidthNameOf(type) is not null => null,
            INamedTypeSymbol { TypeKind: TypeKind.Struct } record => ReadRecord(record, depth, ref budget),
            _ => null,
        };
    }

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

        // The C# field is as wide as the widest ABI needs: a narrower one would lie where the layout does not see it.
        return WidthNameOf(type) is not { } name ? integer
            : integer is { Size: 8, IsSigned: false } ? new XenWidthType(name == XenWidthType.FrameName)
            : null;
    }

    private static string? WidthNameOf(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Struct
        && type.Find(AttributeNames.CName)?.Text(0) is XenWidthType.FrameName or XenWidthType.ULongName
            ? type.Find(AttributeNames.CName)?.Text(0)
            : null;

    private static RecordType? ReadRecord(INamedTypeSymbol type, int depth, ref int budget)
    {
        if (depth == 0 || !IsPlainStruct(type))
        {
            return null;
        }

        List<AbiField> fields = [];
        foreach (IFieldSymbol field in FieldsOf(type))
        {
            if (ReadField(field, depth, ref budget) is not { } fieldType)
            {
                return null;
            }

            fields.Add(new AbiField(field.Find(AttributeNames.CName)?.Text(0) ?? field.Name, fieldType));
        }

        return fields.Count == 0 ? null : new RecordType(new EquatableArray<AbiField>(fields));
    }

    private static AbiType? ReadField(IFieldSymbol field, int depth, ref int budget)
    {
        if (!field.IsFixedSizeBuffer)
        {
            return Read(field.Type, depth - 1, ref budget);
        }

        if (field.FixedSize <= 0 || field.FixedSize > budget)
        {
            return null;
        }

        budget -= field.FixedSize;
        ITypeSymbol element = ((IPointerTypeSymbol)field.Type).PointedAtType;
        return IntegerOf(element) is { } integer ? new ArrayType(integer, field.FixedSize) : null;
    }

    private static bool IsError(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Error || (type is IPointerTypeSymbol pointer && IsError(pointer.PointedAtType));

    private static bool ChangesLayout(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "StructLayoutAttribute" => attribute.Positional(0) is not (0 or (short)0)
            || attribute.Named("Pack") is not (null or 0)
            || attribute.Named("Size") is not (null or 0),
        "InlineArrayAttribute" => true,
        _ => false,
    };
}
