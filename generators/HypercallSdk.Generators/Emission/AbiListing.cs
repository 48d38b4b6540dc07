using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>
/// The ABI of declared hypercalls as text, for all ABIs side by side: what a review compares, so that no offset changes
/// unseen. It is not emitted into a compilation.
/// </summary>
public static class AbiListing
{
    private const int NameWidth = 36;
    private const int ColumnWidth = 8;

    private static readonly DataModel[] Models =
        [.. Enum.GetValues(typeof(AbiKind)).Cast<AbiKind>().Select(DataModel.Of)];

    /// <summary>Lists hypercalls by their numbers.</summary>
    /// <param name="declarations">What was read, in any order.</param>
    /// <returns>The listing: sizes, alignments and offsets in bytes, and where an operation exists.</returns>
    public static string Of(IEnumerable<HypercallDeclaration> declarations)
    {
        StringBuilder text = new("# Sizes, alignments and offsets in bytes, as declared.\n");
        foreach (HypercallDeclaration declaration in declarations.OrderBy(static item => item.Number))
        {
            text.Append($"\nhypercall {declaration.Number} {declaration.Name}\n");
            foreach (OperationDeclaration operation in declaration.Operations.OrderBy(static item => item.Number))
            {
                Write(text, operation);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, OperationDeclaration operation)
    {
        string place = string.Join("; ", AvailabilityText.Clauses(operation));
        text.Append($"\n  {operation.Number} {operation.CName}{(place.Length == 0 ? string.Empty : $" ({place})")}\n");
        if (operation.Struct is null)
        {
            string registers = string.Join(", ", operation.Parameters.Select(static parameter => parameter.CName));
            text.Append($"    registers: {(registers.Length == 0 ? "none" : registers)}\n");
            return;
        }

        RecordLayout[] layouts = [.. Models.Select(model => RecordLayout.Of(operation.Fields, model))];
        Row(text, "struct " + operation.Struct, Models.Select(static model => model.Name));
        Row(text, "  size", layouts.Select(static layout => $"{layout.Size}"));
        Row(text, "  alignment", layouts.Select(static layout => $"{layout.Alignment}"));
        for (int index = 0; index < operation.Parameters.Count; index++)
        {
            ParameterDeclaration parameter = operation.Parameters[index];
            Row(text, $"  {Arrow(parameter.Direction)} {parameter.CName}", layouts.Select(layout => $"{OffsetOf(layout, index)}"));
        }
    }

    private static int OffsetOf(RecordLayout layout, int field) => layout.Slots.First(slot => slot.Field == field).Offset;

    /// <summary>Who writes a field: the guest, the hypervisor, or both.</summary>
    private static string Arrow(Direction direction) => direction switch
    {
        Direction.Out => "<",
        Direction.InOut => "=",
        _ => ">",
    };

    private static void Row(StringBuilder text, string name, IEnumerable<string> cells)
    {
        text.Append("    ").Append(name.PadRight(NameWidth));
        foreach (string cell in cells)
        {
            text.Append(' ').Append(cell.PadLeft(ColumnWidth));
        }

        text.Append('\n');
    }
}
