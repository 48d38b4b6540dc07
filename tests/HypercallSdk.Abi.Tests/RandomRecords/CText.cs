using System;
using System.Globalization;
using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.RandomRecords;

/// <summary>Writes ABI types as C.</summary>
internal static class CText
{
    private const string Integers = """
        typedef unsigned long long xu64 __attribute__((aligned(8)));
        typedef long long xi64 __attribute__((aligned(8)));
        typedef union { void *p; xu64 q; } handle64;

        """;

    /// <summary>The definitions that <see cref="Field"/> refers to: what Xen's headers make of the widths of an ABI.</summary>
    public static string Prelude(AbiKind abi) => Integers + (abi is AbiKind.Arm64 or AbiKind.Arm32
        ? "typedef handle64 handle;\ntypedef unsigned long long xen_pfn_t, xen_ulong_t;\n"
        : "typedef struct { void *p; } handle;\ntypedef unsigned long xen_pfn_t, xen_ulong_t;\n");

    /// <summary>A field as C declares it.</summary>
    public static string Field(AbiField field)
    {
        AbiType type = field.Type;
        string suffix = field.BitWidth is { } width ? string.Create(CultureInfo.InvariantCulture, $" : {width}") : string.Empty;
        if (type is AlignedType aligned && Typedef(aligned) is null)
        {
            suffix = string.Create(CultureInfo.InvariantCulture, $" __attribute__((aligned({aligned.Alignment})))");
            type = aligned.Type;
        }

        string dimensions = string.Empty;
        for (; type is ArrayType array; type = array.Element)
        {
            dimensions += string.Create(CultureInfo.InvariantCulture, $"[{array.Length}]");
        }

        return $"{Name(type)} {field.Name}{dimensions}{suffix};";
    }

    /// <summary>A struct's or union's body.</summary>
    public static string Body(CompositeType type) => $"{{ {string.Join(' ', type.Fields.Select(Field))} }}";

    private static string Name(AbiType type) => type switch
    {
        IntegerType integer => (integer.IsSigned ? "signed " : "unsigned ") + integer.Size switch
        {
            1 => "char",
            2 => "short",
            4 => "int",
            _ => "long long",
        },
        LongType { IsSigned: true } => "long",
        LongType => "unsigned long",
        BooleanType => "_Bool",
        EnumType enumeration => Name(enumeration.Underlying),
        PointerType => "void *",
        GuestHandleType => "handle",
        GuestHandle64Type => "handle64",
        XenWidthType { IsFrame: true } => XenWidthType.FrameName,
        XenWidthType => XenWidthType.ULongName,
        AlignedType aligned => Typedef(aligned) ?? throw new ArgumentException($"C has no name for {aligned}.", nameof(type)),
        RecordType record => "struct " + Body(record),
        UnionType union => "union " + Body(union),
        _ => throw new ArgumentException($"No C is known for {type}.", nameof(type)),
    };

    private static string? Typedef(AlignedType type) =>
        type == AlignedType.UInt64 ? "xu64" : type == AlignedType.Int64 ? "xi64" : null;
}
