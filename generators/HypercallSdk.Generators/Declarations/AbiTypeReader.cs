using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Finds the ABI type that a C# type stands for.</summary>
public static class AbiTypeReader
{
    /// <summary>The ABI type of a C# type; null when it has none.</summary>
    public static AbiType? Read(ITypeSymbol type) => Read(type, new TypeBudget());

    /// <summary>What a C# type that has an ABI is to the emitter.</summary>
    public static ValueShape ShapeOf(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => ValueShape.Pointer,
        { SpecialType: SpecialType.System_Boolean } => ValueShape.Boolean,
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => ValueShape.Native,
        _ when IntegerOf(type) is not null => ValueShape.Integer,
        _ when WrappedIntegerOf(type) is not null => ValueShape.Wrapper,
        _ => ValueShape.Record,
    };

    /// <summary>The integer that a C# integer, enum or wrapper is in memory; null for all others.</summary>
    internal static IntegerType? IntegerUnder(ITypeSymbol type) => IntegerOf(type) ?? WrappedFieldOf(type);

    /// <summary>Why a C# type has no ABI, and what to do; null when it or what it points at is not a type at all.</summary>
    public static string? WhyNone(ITypeSymbol type)
    {
        if (IsError(type))
        {
            return null; // the compiler says that there is no such type
        }

        if (WidthNameOf(type) is { } name)
        {
            return $"stands for '{name}', so its one field must be a ulong, or a uint where that is its width";
        }

        return RecordFields.IsRecord(type)
            ? "has no ABI layout because of a mistake in its own declaration, or because it holds itself; mend that"
            : "has no ABI layout; use integers, bool, enums, pointers, and structs made of them";
    }

    /// <summary>A struct whose fields lie in memory as they stand in the source.</summary>
    internal static bool IsPlainStruct(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsGenericType: false, IsRefLikeType: false }
        && !type.GetAttributes().Any(ChangesLayout);

    /// <summary>A struct's instance fields, in the order of the source.</summary>
    internal static IReadOnlyList<IFieldSymbol> FieldsOf(ITypeSymbol type) =>
        [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst)];

    /// <summary>The ABI type of a struct's field; null when it has none.</summary>
    internal static AbiType? Read(IFieldSymbol field) => ReadField(field, new TypeBudget());

    /// <summary>The ABI type of a C# type; null when it has none or the budget does not suffice.</summary>
    internal static AbiType? Read(ITypeSymbol type, TypeBudget budget)
    {
        if (!budget.TryTake())
        {
            return null;
        }

        return type switch
        {
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => IsError(type) ? null : new GuestHandleType(),
            { SpecialType: SpecialType.System_Boolean } => new BooleanType(),
            { SpecialType: SpecialType.System_IntPtr } => new LongType(IsSigned: true),
            { SpecialType: SpecialType.System_UIntPtr } => new LongType(IsSigned: false),
            _ when IntegerOf(type) is { } integer => integer,
            _ when RecordFields.IsRecord(type) && RecordFields.MethodOf(type) is not null => RecordFields.Read((INamedTypeSymbol)type, budget),
            _ when WrappedIntegerOf(type) is { } wrapped => wrapped,
            _ when WidthNameOf(type) is not null => null,
            INamedTypeSymbol { TypeKind: TypeKind.Struct } record => ReadPlainStruct(record, budget),
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
        if (WrappedFieldOf(type) is not { } integer)
        {
            return null;
        }

        // A frame is as wide as the widest ABI wants it, or as narrow as the narrowest: the guest's own copy of the type decides.
        return WidthNameOf(type) is not { } name ? integer
            : integer is { Size: 8 or 4, IsSigned: false } ? new XenWidthType(name == XenWidthType.FrameName)
            : null;
    }

    private static IntegerType? WrappedFieldOf(ITypeSymbol type) =>
        IsPlainStruct(type) && !RecordFields.IsRecord(type) && FieldsOf(type) is [{ IsFixedSizeBuffer: false } field]
            ? IntegerOf(field.Type)
            : null;

    private static string? WidthNameOf(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Struct
        && type.Find(AttributeNames.CName)?.Text(0) is XenWidthType.FrameName or XenWidthType.ULongName
            ? type.Find(AttributeNames.CName)?.Text(0)
            : null;

    private static RecordType? ReadPlainStruct(INamedTypeSymbol type, TypeBudget budget)
    {
        if (!IsPlainStruct(type) || !budget.TryEnter())
        {
            return null;
        }

        List<AbiField> fields = [];
        foreach (IFieldSymbol field in FieldsOf(type))
        {
            if (ReadField(field, budget) is not { } fieldType)
            {
                budget.Leave();
                return null;
            }

            fields.Add(new AbiField(field.Find(AttributeNames.CName)?.Text(0) ?? field.Name, fieldType));
        }

        budget.Leave();
        RecordType record = new(new EquatableArray<AbiField>(fields));
        return fields.Count != 0 && RecordFields.IsSmallEnough(record) ? record : null;
    }

    private static AbiType? ReadField(IFieldSymbol field, TypeBudget budget)
    {
        if (!field.IsFixedSizeBuffer)
        {
            return Read(field.Type, budget);
        }

        ITypeSymbol element = ((IPointerTypeSymbol)field.Type).PointedAtType;
        return IntegerOf(element) is { } integer && field.FixedSize is > 0 and <= TypeBudget.MaximumSize / 8
            ? new ArrayType(integer, field.FixedSize)
            : null;
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
