using System.Linq;
using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes what is inside a struct that lies in memory as a C struct or union does, and the attribute before it.</summary>
/// <param name="writer">Where to.</param>
/// <param name="name">The struct's C# name.</param>
/// <param name="plan">Its fields.</param>
/// <param name="context">What it is emitted for.</param>
internal sealed class StructEmitter(SourceWriter writer, string name, StructPlan plan, EmissionContext context)
{
    /// <summary>Writes the attribute that says that fields lie as they are written, if the core library has it.</summary>
    public static void WriteLayoutAttribute(SourceWriter writer, EmissionContext context)
    {
        if (context.Corlib.HasStructLayout)
        {
            writer.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        }
    }

    /// <summary>Writes the mark by which the analyzers hold what is put into a list of calls to what a single call takes.</summary>
    public static void WriteMark(SourceWriter writer, FieldDeclaration? field)
    {
        if (field is { IsMapTarget: true })
        {
            writer.Line("[global::HypercallSdk.Proven]");
        }
    }

    /// <summary>Writes the fields, the accessors, and the proof of the size.</summary>
    public void WriteMembers()
    {
        WriteSize();
        foreach (StoragePart part in plan.Parts)
        {
            WritePart(part);
        }

        AccessorEmitter accessors = new(writer, name, context.DataModel);
        for (int index = 0; index < plan.Fields.Count; index++)
        {
            FieldDeclaration field = plan.Fields[index];
            if (plan.Has(index) && !field.IsHidden && field.Content is null && !plan.IsNothing(field) && !IsPart(field))
            {
                accessors.Write(field, plan.Layout.Places[index], plan.StorageOf(plan.Layout.Places[index]));
            }
        }

        foreach (FieldDeclaration union in plan.Fields.Where(static field => field.TaggedMembers.Count > 0))
        {
            TagEmitter.Write(writer, union, plan.Fields.First(field => field.Name == union.Tag), context.DataModel);
        }
    }

    private bool IsPart(FieldDeclaration field) =>
        plan.Parts.Any(part => part.Kind == StoragePartKind.Field && part.Field == field);

    /// <summary>The compiler adds the sizes up once more, with its own idea of enums; another sum does not fit a byte.</summary>
    private void WriteSize()
    {
        int size = plan.Layout.Size;
        writer
            .Line("/// <summary>What C's <c>sizeof</c> says, in bytes.</summary>")
            .Line($"public const int {RecordNames.SizeName} = {size};")
            .Line()
            .Line($"/// <summary>{size} bytes, or this line does not compile.</summary>")
            .Line($"private const byte {RecordNames.ProofPrefix}{size} =")
            .Wrapped(plan.Parts.Select(SizeOf).DefaultIfEmpty("0"), " + ", $" == {RecordNames.SizeName} ? 0 : -1;");
    }

    private static string SizeOf(StoragePart part)
    {
        string one = part is not { Kind: StoragePartKind.Field, Field: { } field } ? $"sizeof({part.Type})" : field.Shape switch
        {
            ValueShape.Integer => $"sizeof({part.Type})",
            ValueShape.Wrapper => $"sizeof({CSharpType.Of(field.Integer!)})",
            ValueShape.Record when field.SizeOwner is { } owner => $"{owner}.{RecordNames.SizeName}",
            _ => $"{part.Size}",
        };
        return part.IsBuffer ? $"({part.Length} * {one})" : one;
    }

    private void WritePart(StoragePart part)
    {
        string place = $"Offset {part.Offset}, {part.Size} {(part.Size == 1 ? "byte" : "bytes")}";
        string? cName = part.Field?.DisplayName;
        string what = part.Kind switch
        {
            StoragePartKind.Field => $"<c>{cName}</c>{part.Field!.Role}.{(part.Field.Summary is null ? string.Empty : " " + part.Field.Summary)}",
            StoragePartKind.Stored => part.Field is null ? "what the members share." : $"<c>{cName}</c>, as the ABI stores it.",
            StoragePartKind.Bits => "bit-fields.",
            StoragePartKind.Rest => "room for other operations, neither read nor written.",
            _ => part.Field is null ? "padding, zero." : $"<c>{cName}</c>, zero.",
        };
        string accessibility = part.Kind != StoragePartKind.Field ? "internal" : part.Field!.TaggedMembers.Count > 0 ? "private" : part.Field.Accessibility;
        writer
            .Line()
            .Line($"/// <summary>{place}: {what}</summary>");
        WriteMark(writer, part.Kind == StoragePartKind.Field ? part.Field : null);
        writer
            .Line(part.IsBuffer
                ? $"{accessibility} fixed {part.Type} {part.Name}[{part.Length}];"
                : $"{accessibility} {part.Type} {part.Name};");
    }
}
