using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Whether C#'s own memory of a type is what the ABI wants.</summary>
internal static class CSharpStorage
{
    /// <summary>The widest integer that C# may align as it likes: on 32-bit x86 C aligns a 64-bit integer to 4 only.</summary>
    public static int WidestInteger(DataModel model) => model.Int64Alignment;

    /// <summary>Whether a value of the C# type, or of an array's element type, has the ABI's bytes.</summary>
    public static bool HasSameBytes(FieldDeclaration field, DataModel model) => field.Shape switch
    {
        ValueShape.Record => true,
        ValueShape.Boolean => false,
        ValueShape.Pointer or ValueShape.Native => model.PointerSize == 8 && field.Element.SizeIn(model) == 8,
        _ => field.Integer!.Size == field.Element.SizeIn(model),
    };

    /// <summary>Whether the C# type can be the struct's field: it has the ABI's bytes, and C# aligns it no more strictly.</summary>
    public static bool IsDirect(FieldDeclaration field, DataModel model) =>
        !field.IsArray
        && HasSameBytes(field, model)
        && (field.Shape == ValueShape.Record || field.Element.SizeIn(model) <= WidestInteger(model));

    /// <summary>Whether the field can be a fixed buffer of C#, which takes C#'s own integers only.</summary>
    public static bool IsDirectBuffer(FieldDeclaration field, DataModel model) =>
        field is { Shape: ValueShape.Integer, Lengths.Count: 1 }
        && field.Lengths[0] > 0
        && field.Type == CSharpType.Of(field.Integer!)
        && HasSameBytes(field, model)
        && field.Element.SizeIn(model) <= WidestInteger(model);

    /// <summary>The C# type by which an array's elements are reached: their own, or the ABI's integer where that has other bytes.</summary>
    public static string ElementType(FieldDeclaration field, DataModel model) =>
        HasSameBytes(field, model) || field.Shape == ValueShape.Boolean && field.Element.SizeIn(model) == 1
            ? field.Type
            : CSharpType.Of(IntegerOf(field, model));

    /// <summary>The integer in which the ABI stores a value.</summary>
    public static IntegerType IntegerOf(FieldDeclaration field, DataModel model) => field.Element switch
    {
        IntegerType integer => integer,
        LongType native => new IntegerType(native.SizeIn(model), native.IsSigned),
        _ => new IntegerType(field.Element.SizeIn(model), IsSigned: false),
    };
}
