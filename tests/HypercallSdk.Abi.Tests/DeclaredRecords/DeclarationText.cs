using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>Writes records in the declaration language.</summary>
internal static class DeclarationText
{
    /// <summary>What declarations refer to, one line a type: an enum and a struct of one integer for each integer type.</summary>
    private static readonly IReadOnlyDictionary<string, string> Prelude = ScalarText.Integers
        .SelectMany(static type => new[] { (Prefix: ScalarText.EnumPrefix, Type: type), (Prefix: ScalarText.WrapperPrefix, Type: type) })
        .ToDictionary(static item => item.Prefix + ScalarText.WordOf(item.Type), static item => TypeOfOne(item.Prefix, item.Type));

    /// <summary>The types that some declarations refer to, as C#.</summary>
    public static IEnumerable<string> PreludeOf(string declarations) => Prelude
        .Where(item => declarations.Contains(item.Key + ' ', StringComparison.Ordinal))
        .Select(static item => item.Value);

    /// <summary>A record as C#.</summary>
    public static string Of(DeclaredRecord record)
    {
        StringBuilder text = new();
        Write(text, record, indent: string.Empty);
        return text.ToString();
    }

    /// <summary>A name as C# source has it.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string TypeOfOne(string prefix, IntegerType type) => prefix == ScalarText.EnumPrefix
        ? $"public enum {prefix}{ScalarText.WordOf(type)} : {ScalarText.KeywordOf(type)} {{ None }}"
        : $"public readonly struct {prefix}{ScalarText.WordOf(type)} {{ public readonly {ScalarText.KeywordOf(type)} Value; }}";

    private static void Write(StringBuilder text, DeclaredRecord record, string indent)
    {
        string attribute = record.Type is UnionType ? "HypercallUnion" : "HypercallStruct";
        string tag = record.CTag is null ? string.Empty : $"(\"{record.CTag}\")";
        text.Append(CultureInfo.InvariantCulture, $"{indent}[{attribute}{tag}]\n");
        text.Append(CultureInfo.InvariantCulture, $"{indent}public unsafe partial struct {Escaped(record.Name)}\n{indent}{{\n");
        text.Append(CultureInfo.InvariantCulture, $"{indent}    static partial void Fields(");
        text.AppendJoin(',', record.Fields.Select(field => $"\n{indent}        {Parameter(record, field)}")).Append(");\n");
        foreach (DeclaredField field in record.Fields.Where(static field => field.Nested is not null))
        {
            text.Append('\n');
            Write(text, field.Nested!, indent + "    ");
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}}}\n");
    }

    private static string Parameter(DeclaredRecord record, DeclaredField field)
    {
        string attributes = string.Join(", ", Attributes(record, field));
        string type = field.Nested is { } nested ? Escaped(nested.Name) : ScalarText.TypeOf(field);
        return $"{(attributes.Length == 0 ? string.Empty : $"[{attributes}] ")}{type} {Escaped(field.Name)}";
    }

    private static IEnumerable<string> Attributes(DeclaredRecord record, DeclaredField field)
    {
        bool isTail = field.Lengths is [0] && record.Type is RecordType && field == record.Fields[^1];
        IEnumerable<string?> attributes =
        [
            .. field.Field.TagValues.Count == 0 ? [] : new[] { Call("Case", field.Field.TagValues) },
            field.Element is UnionType { Tag: { } tag } ? $"Tag(\"{CSharpNameOf(record, tag)}\")" : null,
            field.IsAnonymous ? "Anonymous" : null,
            field.Spelling == FieldSpelling.MustBeZero ? "MustBeZero" : null,
            field.Spelling == FieldSpelling.Renamed ? $"CName(\"{field.Field.Name}\")" : null,
            field.Field.BitWidth is { } bits ? Call("Bits", [bits]) : null,
            isTail ? "FlexibleArray" : null,
            field.Lengths.Count > 0 && !isTail ? Call("Length", field.Lengths) : null,
            field.Alignment > 1 ? Call("Aligned", [field.Alignment]) : null,
            field.Element is PointerType ? "NativePointer" : field.Element is GuestHandle64Type ? "Handle64" : null,
            field.Spelling == FieldSpelling.Stored ? $"StoredAs(AbiInteger.{ScalarText.AbiIntegerOf((IntegerType)field.Element)})" : null,
        ];
        return attributes.OfType<string>();
    }

    private static string CSharpNameOf(DeclaredRecord record, string cName) =>
        record.Fields.Single(field => field.Field.Name == cName).Name;

    private static string Call<T>(string attribute, IEnumerable<T> arguments)
        where T : IFormattable =>
        $"{attribute}({string.Join(", ", arguments.Select(static argument => argument.ToString(null, CultureInfo.InvariantCulture)))})";
}
