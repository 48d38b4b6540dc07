using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [Length] and [FlexibleArray]: fields that are arrays.</summary>
internal static class LengthReader
{
    /// <summary>Makes the type an array's if the field is one.</summary>
    /// <returns>False when an attribute is wrong.</returns>
    public static bool TryRead(IParameterSymbol parameter, FieldHome home, ref AbiType type, ProblemReporter problems)
    {
        AttributeData? length = parameter.Find(AttributeNames.Length);
        AttributeData? flexible = parameter.Find(AttributeNames.FlexibleArray);
        if ((length ?? flexible) is not { } attribute)
        {
            return true;
        }

        string? cause = WhyNot(parameter, home, isFlexible: flexible is not null, hasLength: length is not null);
        if (cause is not null)
        {
            problems.AtAttribute(attribute, home is FieldHome.Struct or FieldHome.Union ? ProblemKind.BadArray : ProblemKind.UnsupportedPassing, cause);
            return false;
        }

        if (length is null)
        {
            type = new ArrayType(type, 0);
            return true;
        }

        return TryReadLengths(parameter, length, ref type, problems);
    }

    /// <summary>The lengths, outermost first; empty for what is no array, or a flexible one.</summary>
    public static IReadOnlyList<int> LengthsOf(IParameterSymbol parameter) =>
        parameter.Find(AttributeNames.Length) is { } attribute
            ? [.. attribute.ConstructorArguments.Select((_, index) => attribute.Positional(index)).OfType<int>()]
            : [];

    private static string? WhyNot(IParameterSymbol parameter, FieldHome home, bool isFlexible, bool hasLength)
    {
        bool isHidden = parameter.Find(AttributeNames.MustBeZero) is not null;
        return (home, isFlexible) switch
        {
            (FieldHome.Register, _) => "makes an array of a register argument; pass a pointer",
            (FieldHome.Argument, true) => "has no place in an argument struct that a trampoline makes; declare a struct with [HypercallStruct] and pass a pointer to it",
            (FieldHome.Argument, false) when !isHidden => "makes an array of a parameter, which C# passes one value of; declare a struct with [HypercallStruct] and pass it by ref",
            (_, true) when hasLength => "gives a flexible array a length; remove one of the two",
            (FieldHome.Union, true) => "has no place in a union; give the array a length, 0 if need be",
            (_, true) when !IsLast(parameter) => "is not the last field, so what lies behind it would lie in it; move it to the end or give it a length",
            _ => null,
        };
    }

    private static bool IsLast(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol method && parameter.Ordinal == method.Parameters.Length - 1;

    private static bool TryReadLengths(IParameterSymbol parameter, AttributeData attribute, ref AbiType type, ProblemReporter problems)
    {
        IReadOnlyList<int> lengths = LengthsOf(parameter);
        AbiType array = type;
        for (int index = lengths.Count - 1; index >= 0; index--)
        {
            bool isPossible = lengths[index] is >= 0 and <= TypeBudget.MaximumSize;
            array = new ArrayType(array, isPossible ? lengths[index] : 0);
            if (!isPossible || !RecordFields.IsSmallEnough(array))
            {
                problems.AtArgument(
                    attribute, $"{index}", ProblemKind.BadArray, $"{lengths[index]}",
                    $"is no length for '{parameter.Name}'; give 0 or more elements, and at most {TypeBudget.MaximumSize} bytes in all");
                return false;
            }
        }

        type = array;
        return lengths.Count > 0;
    }
}
