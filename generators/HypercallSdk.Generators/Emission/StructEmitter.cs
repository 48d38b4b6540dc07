using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes an operation's argument struct.</summary>
internal static class StructEmitter
{
    /// <summary>How the names of emitted padding fields begin; the offset follows.</summary>
    public const string PaddingPrefix = "_padding";

    /// <summary>Writes the struct, with the place of each field, and the proof of its size.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="operations">The operations that take the struct; all have the same fields.</param>
    /// <param name="layout">Where the fields lie.</param>
    /// <param name="context">What the struct is emitted for.</param>
    public static void Write(
        SourceWriter writer, IReadOnlyList<OperationDeclaration> operations, RecordLayout layout, EmissionContext context)
    {
        OperationDeclaration first = operations[0];
        string users = string.Join(", ", operations.Select(static operation => $"<c>{operation.CName}</c>"));
        writer
            .Line("/// <summary>")
            .Line($"/// The argument of {users}: <c>struct {first.Struct}</c>,")
            .Line($"/// {layout.Size} bytes, aligned to {layout.Alignment} ({context.DataModel.Name}).")
            .Line("/// </summary>");
        if (context.Corlib.HasStructLayout)
        {
            writer.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]");
        }

        writer.Line($"public struct {first.StructName}").Open();
        WriteFields(writer, first, layout);
        writer.Close().Line();
        WriteProof(writer, first, layout);
    }

    /// <summary>The type of a field.</summary>
    public static string TypeOf(ParameterDeclaration parameter) =>
        parameter.StoredAs is { } stored ? CSharpType.Of(stored) : parameter.Type;

    private static void WriteFields(SourceWriter writer, OperationDeclaration operation, RecordLayout layout)
    {
        bool isFirst = true;
        foreach (FieldSlot slot in layout.Slots)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            string place = $"Offset {slot.Offset}, {slot.Size} {(slot.Size == 1 ? "byte" : "bytes")}";
            if (slot.IsPadding)
            {
                writer
                    .Line($"/// <summary>{place}: padding, zero.</summary>")
                    .Line($"internal {CSharpType.OfSize(slot.Size)} {PaddingPrefix}{slot.Offset};");
            }
            else
            {
                ParameterDeclaration parameter = operation.Parameters[slot.Field];
                writer
                    .Line($"/// <summary>{place}: <c>{parameter.CName}</c>{Role(parameter)}.</summary>")
                    .Line($"public {TypeOf(parameter)} {parameter.Name};");
            }
        }
    }

    private static string Role(ParameterDeclaration parameter) => parameter.Direction switch
    {
        Direction.Out => ", written by the hypervisor",
        Direction.InOut => ", read and rewritten by the hypervisor",
        _ => string.Empty,
    };

    /// <summary>The compiler adds the sizes up once more, with its own idea of enums; another sum does not fit a byte.</summary>
    private static void WriteProof(SourceWriter writer, OperationDeclaration operation, RecordLayout layout)
    {
        IEnumerable<string> sizes = layout.Slots.Select(slot => slot.IsPadding
            ? $"sizeof({CSharpType.OfSize(slot.Size)})"
            : SizeOf(operation.Parameters[slot.Field], slot.Size));
        writer
            .Line($"/// <summary>{layout.Size} bytes, or this line does not compile.</summary>")
            .Line($"private const byte {operation.StructName}Is{layout.Size}Bytes =")
            .Continued($"{string.Join(" + ", sizes)} == {layout.Size} ? 0 : -1;");
    }

    private static string SizeOf(ParameterDeclaration parameter, int size) => parameter.Shape switch
    {
        ParameterShape.Integer => $"sizeof({TypeOf(parameter)})",
        ParameterShape.Wrapper => $"sizeof({CSharpType.OfSize(size)})",
        _ => $"{size}",
    };
}
