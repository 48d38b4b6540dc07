using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads tagged unions: a field that says what the union beside it holds.</summary>
internal static class TagReader
{
    /// <summary>Gives the fields that are tagged unions their members.</summary>
    /// <param name="method">The method whose parameters are the fields.</param>
    /// <param name="fields">The fields, all of them, in order; those with a tag are replaced.</param>
    /// <param name="names">How emitted code names types.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>False when a tag is wrong.</returns>
    public static bool TryRead(IMethodSymbol method, List<FieldDeclaration> fields, NameScope names, ProblemReporter problems)
    {
        bool sound = true;
        for (int index = 0; index < fields.Count; index++)
        {
            IParameterSymbol parameter = method.Parameters[index];
            if (parameter.Find(AttributeNames.Tag) is not { ConstructorArguments.Length: 1 } attribute)
            {
                continue;
            }

            IParameterSymbol? tag = method.Parameters.FirstOrDefault(other => other.Name == attribute.Text(0));
            if (WhyNot(parameter, tag, fields) is { } cause)
            {
                problems.AtArgument(attribute, "0", ProblemKind.BadTag, attribute.Text(0), cause);
                sound = false;
            }
            else if (MembersOf(parameter, tag!, attribute, names, problems) is { } members)
            {
                fields[index] = fields[index] with { Tag = CSharpIdentifier.Escape(tag!.Name), TaggedMembers = members };
            }
            else
            {
                sound = false;
            }
        }

        return sound;
    }

    private static string? WhyNot(IParameterSymbol union, IParameterSymbol? tag, List<FieldDeclaration> fields)
    {
        if (tag is null)
        {
            return "names no field beside the union; name the one that says what it holds";
        }

        FieldDeclaration field = fields[tag.Ordinal];
        if (field.Shape != ValueShape.Integer || field.IsArray || field.IsHidden)
        {
            return "is no integer or enum that can be looked at; name a field that is one";
        }

        return RecordFields.IsRecord(union.Type) && RecordFields.IsUnion(union.Type) && !fields[union.Ordinal].IsArray
            ? null
            : $"belongs to '{union.Name}', which is no union with [HypercallUnion]; remove [Tag]";
    }

    /// <summary>The union's members; null when they and the tag's values do not answer each other.</summary>
    private static EquatableArray<FieldDeclaration>? MembersOf(
        IParameterSymbol union, IParameterSymbol tag, AttributeData attribute, NameScope names, ProblemReporter problems)
    {
        IMethodSymbol? method = RecordFields.MethodOf(union.Type);
        if (method is null)
        {
            return null; // the union's own declaration says so
        }

        List<FieldDeclaration> members = [];
        HashSet<long> values = [];
        foreach (IParameterSymbol member in method.Parameters)
        {
            if (FieldReader.Read(member, FieldHome.Union, names, ProblemReporter.Silent) is not { } field)
            {
                return null; // likewise
            }

            if (WhyNotCounting(field, tag, values) is { } cause)
            {
                problems.AtArgument(attribute, "0", ProblemKind.BadTag, tag.Name, cause);
                return null;
            }

            members.Add(field);
        }

        if (MissingValueOf(tag.Type, values) is not { } missing)
        {
            return new EquatableArray<FieldDeclaration>(members);
        }

        problems.AtArgument(
            attribute, "0", ProblemKind.BadTag, tag.Name,
            $"may be '{missing}', with which no member of '{union.Type.Name}' counts; give one the [Case]");
        return null;
    }

    private static string? WhyNotCounting(FieldDeclaration member, IParameterSymbol tag, HashSet<long> values)
    {
        if (member.IsHidden)
        {
            return null;
        }

        if (member.Accessibility == "private")
        {
            return $"is looked at for '{member.PlainName}', of a type that only the union sees; make the type internal or public";
        }

        if (member.Field.TagValues.Count == 0)
        {
            return $"never says that '{member.PlainName}' counts; give the member a [Case]";
        }

        IntegerType integer = AbiTypeReader.IntegerUnder(tag.Type)!;
        foreach (long value in member.Field.TagValues)
        {
            if (!Fits(value, integer))
            {
                return $"cannot be {value}, with which '{member.PlainName}' would count; its type has {integer.Size} bytes";
            }

            if (!values.Add(value))
            {
                return $"says with {value} that '{member.PlainName}' counts, and another member too; give each its own values";
            }
        }

        return null;
    }

    private static bool Fits(long value, IntegerType type)
    {
        int bits = type.Size * 8;
        return bits == 64
            || (type.IsSigned ? value >= -(1L << (bits - 1)) && value < 1L << (bits - 1) : value >= 0 && value < 1L << bits);
    }

    private static string? MissingValueOf(ITypeSymbol type, HashSet<long> values) => type.TypeKind != TypeKind.Enum
        ? null
        : type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(member => member.HasConstantValue && !values.Contains(ValueOf(member.ConstantValue!)))?.Name;

    private static long ValueOf(object constant) =>
        constant is ulong large ? unchecked((long)large) : System.Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture);
}
