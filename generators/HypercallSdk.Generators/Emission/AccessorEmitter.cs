using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>
/// Writes the accessors of what C# cannot hold as a field: members of unions, bit-fields, arrays of other than C#'s integers, and
/// values of another width than the C# type's.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="structName">The struct that the accessors are written into.</param>
/// <param name="model">The ABI's widths.</param>
internal sealed class AccessorEmitter(SourceWriter writer, string structName, DataModel model)
{
    private const string Self = "(byte*)self";

    /// <summary>Writes the accessor of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="storage">The integer of the C# struct that holds it; null when its bytes must be reached through their address.</param>
    public void Write(FieldDeclaration field, FieldPlace place, StoragePart? storage)
    {
        writer.Line();
        Document(field, place);
        StructEmitter.WriteMark(writer, field.IsArray ? null : field);
        if (field.IsArray)
        {
            WriteElement(field, place);
        }
        else if (place.IsBits)
        {
            WriteBits(field, place, storage);
        }
        else if (CSharpStorage.HasSameBytes(field, model))
        {
            WriteReference(field, place);
        }
        else
        {
            WriteConverted(field, place, storage);
        }
    }

    private void Document(FieldDeclaration field, FieldPlace place)
    {
        string what = place.IsBits
            ? $"bits {place.BitOffset} to {place.BitOffset + place.BitWidth - 1} of the {Bytes(place.Size)} from offset {place.Offset}"
            : $"offset {place.Offset}, {(place.Size == 0 && field.IsArray ? "as many bytes as the data has" : Bytes(place.Size))}";
        writer.Line($"/// <summary><c>{field.DisplayName}{string.Concat(field.Lengths.Select(static length => $"[{length}]"))}</c>, {what}.{(field.Summary is null ? string.Empty : " " + field.Summary)}</summary>");
    }

    private static string Bytes(int size) => $"{size} {(size == 1 ? "byte" : "bytes")}";

    /// <summary>An array's element, by reference; the indices are not checked, as C does not.</summary>
    private void WriteElement(FieldDeclaration field, FieldPlace place)
    {
        string type = CSharpStorage.ElementType(field, model);
        string[] indices = IndicesOf(field);
        writer
            .Line($"{field.Accessibility} ref {type} {field.Name}({string.Join(", ", indices.Select(static index => $"int {index}"))})")
            .Open();
        WriteFixed($"return ref (({type}*)({Self} + {place.Offset}))[{FlatIndex(field.Lengths, indices)}];");
        writer.Close();
    }

    /// <summary>What the indices of an array's accessor are called, one for each dimension.</summary>
    public static string[] IndicesOf(FieldDeclaration array) =>
        [.. Enumerable.Range(1, System.Math.Max(1, array.Lengths.Count)).Select(static dimension => dimension == 1 ? "index" : $"index{dimension}")];

    private static string FlatIndex(EquatableArray<int> lengths, string[] indices)
    {
        string flat = indices[0];
        for (int dimension = 1; dimension < indices.Length; dimension++)
        {
            flat = $"{(dimension == 1 ? flat : $"({flat})")} * {lengths[dimension]} + {indices[dimension]}";
        }

        return flat;
    }

    private void WriteReference(FieldDeclaration field, FieldPlace place)
    {
        writer.Line($"{field.Accessibility} ref {field.Type} {field.Name}").Open().Line("get").Open();
        WriteFixed($"return ref *({field.Type}*)({Self} + {place.Offset});");
        writer.Close().Close();
    }

    private void WriteConverted(FieldDeclaration field, FieldPlace place, StoragePart? storage)
    {
        IntegerType integer = storage is null ? CSharpStorage.IntegerOf(field, model) : new IntegerType(place.Size, IsSigned: false);
        string at = storage?.Name ?? $"(*({CSharpType.Of(integer)}*)({Self} + {place.Offset}))";
        IntegerType stored = CSharpStorage.IntegerOf(field, model);
        string value = integer == stored ? at : $"unchecked(({CSharpType.Of(stored)}){at})";
        string setter = Conversion.ToInteger(field, integer, "value");
        WriteProperty(
            field,
            field.Shape == ValueShape.Wrapper
                ? Conversion.WrapperFrom(field, stored, value)
                : [$"return {Conversion.FromInteger(field, stored, value)};"],
            [$"{at} = {setter};"],
            isByAddress: storage is null);
    }

    /// <summary>The unit may hold other fields as well, so a setter leaves the rest of it as it is.</summary>
    private void WriteBits(FieldDeclaration field, FieldPlace place, StoragePart? storage)
    {
        FieldPlace unit = storage is null ? place : place.Within(storage.Offset, storage.Size);
        string at = storage?.Name ?? $"(*({CSharpType.OfSize(place.Size)}*)({Self} + {place.Offset}))";
        BitFieldCode code = new(field, unit, CSharpStorage.IntegerOf(field, model).IsSigned, at);
        WriteProperty(
            field,
            field.Shape == ValueShape.Wrapper
                ? Conversion.WrapperFrom(field, code.ReadType, code.Read)
                : [$"return {Conversion.FromInteger(field, code.ReadType, code.Read)};"],
            [code.Narrow, code.Write],
            isByAddress: storage is null);
    }

    private void WriteProperty(FieldDeclaration field, string[] getter, string[] setter, bool isByAddress)
    {
        writer.Line($"{field.Accessibility} {field.Type} {field.Name}").Open();
        WriteAccessor("get", getter, isByAddress);
        if (isByAddress || getter.Length > 1 || setter.Length > 1)
        {
            writer.Line();
        }

        WriteAccessor("set", setter, isByAddress);
        writer.Close();
    }

    private void WriteAccessor(string name, string[] statements, bool isByAddress)
    {
        if (!isByAddress && statements.Length == 1)
        {
            string statement = statements[0].StartsWith("return ", System.StringComparison.Ordinal) ? statements[0].Substring("return ".Length) : statements[0];
            writer.Line($"{name} => {statement}");
            return;
        }

        writer.Line(name).Open();
        if (isByAddress)
        {
            WriteFixed(statements);
        }
        else
        {
            writer.Lines(statements);
        }

        writer.Close();
    }

    /// <summary>Statements with the struct's own address; it lies still meanwhile, wherever it is.</summary>
    private void WriteFixed(params string[] statements) => writer
        .Line($"fixed ({structName}* self = &this)")
        .Open()
        .Lines(statements)
        .Close();
}
