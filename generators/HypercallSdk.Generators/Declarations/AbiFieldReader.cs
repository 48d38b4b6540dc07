using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads what the ABI knows of a declared field: its C name, its type with arrays and alignment, its bits and its place.</summary>
internal static class AbiFieldReader
{
    /// <summary>Reads a field; null when it has no ABI, of which the reporter is told.</summary>
    public static AbiField? Read(IParameterSymbol parameter, FieldHome home, TypeBudget budget, ProblemReporter problems)
    {
        if (AbiTypeReader.Read(parameter.Type, budget) is not { } type || parameter.IsParams)
        {
            ReportType(parameter, problems);
            return null;
        }

        ValueShape shape = AbiTypeReader.ShapeOf(parameter.Type);
        string? name = NameOf(parameter, home, problems);
        bool sound = StoredTypeReader.TryRead(parameter, shape, home, ref type, problems);
        sound = sound && LengthReader.TryRead(parameter, home, ref type, problems);
        sound = sound && AlignmentReader.TryRead(parameter, home, ref type, problems);
        if (!sound || name is null || !BitWidthReader.TryRead(parameter, shape, type, home, out int? bits, problems))
        {
            return null;
        }

        AbiField field = new(name, type) { BitWidth = bits, Abis = AbisOf(parameter), TagValues = CasesOf(parameter) };
        return IsSoundlyAnonymous(parameter, field, problems) ? AlignmentReader.Place(parameter, field, home, problems) : null;
    }

    /// <summary>The tag's values with which a union's member counts.</summary>
    public static EquatableArray<long> CasesOf(IParameterSymbol parameter) =>
        parameter.Find(AttributeNames.Case) is { } attribute
            ? new(attribute.ConstructorArguments.Select((_, index) => attribute.Positional(index)).OfType<long>())
            : default;

    private static AbiSet AbisOf(IParameterSymbol parameter) =>
        parameter.Find(AttributeNames.Availability)?.Named("Abis") is int abis ? (AbiSet)abis : AbiSet.Any;

    private static void ReportType(IParameterSymbol parameter, ProblemReporter problems)
    {
        if (AbiTypeReader.WhyNone(parameter.Type) is { } cause)
        {
            problems.AtType(parameter, ProblemKind.UnsupportedParameterType, parameter.Type.ToDisplayString(), cause);
        }
    }

    /// <summary>The C name, empty for an anonymous field; null when it is none.</summary>
    private static string? NameOf(IParameterSymbol parameter, FieldHome home, ProblemReporter problems)
    {
        if (parameter.Find(AttributeNames.Anonymous) is not null)
        {
            return string.Empty;
        }

        // A dotted name reaches into a union whose other members no operation needs: u.foreign_domid.
        string name = parameter.Find(AttributeNames.CName)?.Text(0) ?? parameter.Name;
        if (home == FieldHome.Argument ? name.Split('.').All(CIdentifier.IsValid) : CIdentifier.IsValid(name))
        {
            return name;
        }

        problems.At(parameter, ProblemKind.BadCName, $"has the C name '{name}', which is none; use letters, digits and underscores");
        return null;
    }

    private static bool IsSoundlyAnonymous(IParameterSymbol parameter, AbiField field, ProblemReporter problems)
    {
        if (field.Name.Length != 0 || field.BitWidth is not null || field.Type is CompositeType)
        {
            return true;
        }

        problems.At(
            parameter, ProblemKind.BadCName, "is anonymous, but only a struct, a union or a bit-field can be; remove [Anonymous]");
        return false;
    }
}
