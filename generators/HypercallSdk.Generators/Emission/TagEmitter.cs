using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the accessors of a tagged union's members, which look at the tag before they look at the member.</summary>
internal static class TagEmitter
{
    /// <summary>Writes a getter and a setter for each member.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="union">The union, a field of the struct that is written.</param>
    /// <param name="tag">The field beside it that says what it holds.</param>
    /// <param name="model">The ABI's widths.</param>
    public static void Write(SourceWriter writer, FieldDeclaration union, FieldDeclaration tag, DataModel model)
    {
        foreach (FieldDeclaration member in union.TaggedMembers.Where(member => !member.IsHidden && member.Field.IsIn(model)))
        {
            if (member.Shape == ValueShape.Record && member.Element.SizeIn(model) == 0)
            {
                WriteEmpty(writer, tag, member);
            }
            else
            {
                Write(writer, union, tag, member, model);
            }
        }
    }

    /// <summary>A value of the tag with which the union holds nothing.</summary>
    private static void WriteEmpty(SourceWriter writer, FieldDeclaration tag, FieldDeclaration member)
    {
        string name = PascalCase.Of(member.PlainName);
        writer
            .Line()
            .Line($"/// <summary>Whether <see cref=\"{tag.Name}\"/> says that nothing is there but <c>{member.PlainName}</c>.</summary>")
            .Line($"{member.Accessibility} bool Is{name} => {Holds(tag, member)};")
            .Line()
            .Line($"/// <summary>Writes <see cref=\"{tag.Name}\"/> so that it says so.</summary>")
            .Line($"{member.Accessibility} void Set{name}() => {tag.Name} = {TagValue(tag, member.Field.TagValues[0])};");
    }

    private static string Holds(FieldDeclaration tag, FieldDeclaration member) =>
        string.Join(" || ", member.Field.TagValues.Select(value => $"{tag.Name} == {TagValue(tag, value)}"));

    private static void Write(SourceWriter writer, FieldDeclaration union, FieldDeclaration tag, FieldDeclaration member, DataModel model)
    {
        string name = PascalCase.Of(member.PlainName);
        string type = member.IsArray ? CSharpStorage.ElementType(member, model) : member.Type;
        string[] indices = member.IsArray ? AccessorEmitter.IndicesOf(member) : [];
        string parameters = string.Concat(indices.Select(static index => $"int {index}, "));
        string place = $"{union.Name}.{member.Name}{(member.IsArray ? $"({string.Join(", ", indices)})" : string.Empty)}";
        writer
            .Line()
            .Line($"/// <summary>Reads <c>{member.DisplayName}</c>.{(member.Summary is null ? string.Empty : " " + member.Summary)}</summary>")
            .Line($"/// <returns>Whether <see cref=\"{tag.Name}\"/> says that it counts.</returns>")
            .Line($"{member.Accessibility} bool TryGet{name}({parameters}out {type} value)")
            .Open()
            .Line($"bool holds = {Holds(tag, member)};")
            .Line($"value = holds ? {place} : default;")
            .Line("return holds;")
            .Close()
            .Line()
            .Line($"/// <summary>Writes <c>{member.DisplayName}</c>, and <see cref=\"{tag.Name}\"/> so that it counts.</summary>")
            .Line($"{member.Accessibility} void Set{name}({parameters}{type} value)")
            .Open()
            .Line($"{tag.Name} = {TagValue(tag, member.Field.TagValues[0])};")
            .Line($"{place} = value;")
            .Close();
    }

    private static string TagValue(FieldDeclaration tag, long value) => $"unchecked(({tag.Type})({value}L))";
}
