using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What can be wrong with a struct on one ABI: its size, and offsets that are declared.</summary>
internal static class StructFaults
{
    /// <summary>What is wrong with an operation's own struct; null when nothing is, or there is none.</summary>
    public static AbiFault? Of(OperationDeclaration operation, DataModel model) =>
        operation.Struct is null
            ? null
            : Of(operation.Struct, new RecordType(operation.Fields), operation.DeclaredSizes.On(model, operation.Availability.Abis), model);

    /// <summary>What is wrong with a struct or union; null when nothing is.</summary>
    /// <param name="tag">Its C tag.</param>
    /// <param name="type">Its type.</param>
    /// <param name="declared">The size that it is declared with, in bytes; 0 for none.</param>
    /// <param name="model">The ABI's widths.</param>
    public static AbiFault? Of(string tag, CompositeType type, uint declared, DataModel model)
    {
        RecordLayout layout = type.LayoutIn(model);
        if (layout.Misplaced.Count > 0)
        {
            return Misplaced(type, layout, layout.Misplaced[0], model);
        }

        return declared == 0 || declared == (uint)layout.Size
            ? null
            : new AbiFault(
                ProblemKind.SizeMismatch, tag,
                $"is declared with {declared} bytes, but its fields make {layout.Size} on {model.Name}: "
                + $"{Describe(type.Fields, layout)}; mend the field that differs from C's, or {DeclaredSizes.ArgumentOf(model)}")
            { Argument = DeclaredSizes.ArgumentOf(model), Bytes = layout.Size };
    }

    private static AbiFault Misplaced(CompositeType type, RecordLayout layout, int index, DataModel model)
    {
        AbiField field = type.Fields[index];
        int alignment = field.Type.AlignmentIn(model);
        string cause = field.Offset % alignment != 0
            ? $"is no offset for '{field.Name}' on {model.Name}, where its type begins at multiples of {alignment}; give one of those"
            : $"lies within a field before '{field.Name}' on {model.Name}, where the first free place is {layout.Places[index].Offset}; give that or a later one";
        return new AbiFault(ProblemKind.BadPlace, $"{field.Offset}", cause)
        {
            Field = index,
            FieldAttribute = AttributeNames.Offset,
            Bytes = layout.Places[index].Offset,
        };
    }

    /// <summary>Every byte in order, gaps too; where fields share bytes, the fields.</summary>
    private static string Describe(EquatableArray<AbiField> fields, RecordLayout layout)
    {
        IEnumerable<(string Name, int Offset, int Size)> stretches = layout.Slots.Any(static slot => slot.IsShared)
            ? fields
                .Zip(layout.Places, static (field, place) => (field.Name, place.Offset, place.Size))
                .Where(static item => item.Offset >= 0)
            : layout.Slots.Select(slot => (slot.IsPadding ? "padding" : fields[slot.Field].Name, slot.Offset, slot.Size));
        return string.Join(", ", stretches.Select(static item =>
            string.Format(CultureInfo.InvariantCulture, "{0} at {1} ({2})", item.Name, item.Offset, item.Size)));
    }
}
