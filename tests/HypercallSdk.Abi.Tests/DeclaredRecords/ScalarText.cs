using System;
using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>How C# spells the types that are no records.</summary>
internal static class ScalarText
{
    /// <summary>What the names of the prelude's enums begin with.</summary>
    public const string EnumPrefix = "EnumOf";

    /// <summary>What the names of the prelude's structs of one integer begin with.</summary>
    public const string WrapperPrefix = "Wrapped";

    /// <summary>The integer types.</summary>
    public static IReadOnlyList<IntegerType> Integers { get; } =
    [
        new(1, IsSigned: false), new(1, IsSigned: true), new(2, IsSigned: false), new(2, IsSigned: true),
        new(4, IsSigned: false), new(4, IsSigned: true), new(8, IsSigned: false), new(8, IsSigned: true),
    ];

    /// <summary>A field's C# type, if it is no record.</summary>
    public static string TypeOf(DeclaredField field) => field.Element switch
    {
        IntegerType integer => field.Spelling switch
        {
            FieldSpelling.Wrapped => WrapperPrefix + WordOf(integer),
            FieldSpelling.Stored => KeywordOf(new IntegerType(8, integer.IsSigned)),
            _ => KeywordOf(integer),
        },
        LongType { IsSigned: true } => "nint",
        LongType => "nuint",
        BooleanType => "bool",
        EnumType enumeration => EnumPrefix + WordOf(enumeration.Underlying),
        PointerType or GuestHandleType or GuestHandle64Type => "void*",
        XenWidthType { IsFrame: true } => "global::HypercallSdk.Gfn",
        XenWidthType => "global::HypercallSdk.Xen.XenULong",
        _ => throw new ArgumentException($"The language has no name for {field.Element}.", nameof(field)),
    };

    /// <summary>C#'s keyword for an integer.</summary>
    public static string KeywordOf(IntegerType type) => (type.Size, type.IsSigned) switch
    {
        (1, false) => "byte",
        (1, true) => "sbyte",
        (2, false) => "ushort",
        (2, true) => "short",
        (4, false) => "uint",
        (4, true) => "int",
        (_, false) => "ulong",
        (_, true) => "long",
    };

    /// <summary>.NET's word for an integer: <c>UInt32</c>.</summary>
    public static string WordOf(IntegerType type) => (type.IsSigned ? "Int" : "UInt") + (type.Size * 8);

    /// <summary>The member of <c>AbiInteger</c> for an integer.</summary>
    public static string AbiIntegerOf(IntegerType type) => (type.IsSigned ? "S" : "U") + (type.Size * 8);
}
