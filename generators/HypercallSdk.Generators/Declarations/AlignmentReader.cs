using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [Aligned] and [Offset]: where a field may and does begin.</summary>
internal static class AlignmentReader
{
    /// <summary>A page: nothing in an ABI is aligned more strictly.</summary>
    private const int StrictestAlignment = 4096;

    /// <summary>Aligns the type if the field is declared so.</summary>
    /// <returns>False when the attribute is wrong.</returns>
    public static bool TryRead(IParameterSymbol parameter, FieldHome home, ref AbiType type, ProblemReporter problems)
    {
        if (parameter.Find(AttributeNames.Aligned) is not { ConstructorArguments.Length: 1 } attribute)
        {
            return true;
        }

        int bytes = attribute.Positional(0) is int value ? value : 0;
        string? cause = home == FieldHome.Register ? "has no meaning for a register argument; remove it"
            : bytes is < 1 or > StrictestAlignment || (bytes & (bytes - 1)) != 0 ? $"is no alignment; give a power of two up to {StrictestAlignment}"
            : null;
        if (cause is not null)
        {
            problems.AtArgument(attribute, "0", ProblemKind.BadPlace, $"{bytes}", cause);
            return false;
        }

        type = new AlignedType(type, bytes);
        return true;
    }

    /// <summary>Gives a field its declared offset; null when it cannot have one.</summary>
    public static AbiField? Place(IParameterSymbol parameter, AbiField field, FieldHome home, ProblemReporter problems)
    {
        if (parameter.Find(AttributeNames.Offset) is not { ConstructorArguments.Length: 1 } attribute)
        {
            return field;
        }

        int offset = attribute.Positional(0) is int value ? value : -1;
        string? cause = home == FieldHome.Register ? "has no meaning for a register argument; remove it"
            : home == FieldHome.Union && offset != 0 ? "is not where a union's member begins, which is 0; remove it"
            : field.BitWidth is not null ? "is given to a bit-field, which goes by bits; put it on a field of whole bytes"
            : offset is < 0 or > TypeBudget.MaximumSize ? $"is no offset; give one from 0 to {TypeBudget.MaximumSize}"
            : null;
        if (cause is not null)
        {
            problems.AtArgument(attribute, "0", ProblemKind.BadPlace, $"{offset}", cause);
            return null;
        }

        return home == FieldHome.Union ? field : field with { Offset = offset };
    }
}
