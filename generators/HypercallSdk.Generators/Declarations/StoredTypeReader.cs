using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [StoredAs].</summary>
internal static class StoredTypeReader
{
    /// <summary>What to say of a number that names no type.</summary>
    public const string NoAbiInteger = "is no AbiInteger; choose one of its members";

    /// <summary>The integer type that the attribute names; null when it names none.</summary>
    public static IntegerType? TypeOf(AttributeData attribute) =>
        attribute.Positional(0) is int code and (1 or 2 or 4 or 8 or -1 or -2 or -4 or -8)
            ? new IntegerType(code < 0 ? -code : code, IsSigned: code < 0)
            : null;

    /// <summary>Reads the integer type that a struct stores a parameter in.</summary>
    /// <returns>False when the attribute is wrong; true with null when there is none.</returns>
    public static bool TryRead(
        IParameterSymbol parameter, AbiType type, ParameterShape shape, bool isField, out IntegerType? stored,
        ProblemReporter problems)
    {
        stored = null;
        if (parameter.Find(AttributeNames.StoredAs) is not { ConstructorArguments.Length: 1 } attribute)
        {
            return true;
        }

        IntegerType? named = TypeOf(attribute);
        string? cause = named is null
            ? NoAbiInteger
            : shape != ParameterShape.Integer || type is not IntegerType
                ? $"needs an integer or an enum, which '{parameter.Name}' is not; declare the field's own type"
                : isField ? null : "has no meaning for a register argument; remove it";
        if (cause is not null)
        {
            problems.AtArgument(attribute, "0", ProblemKind.BadStoredType, "StoredAs", cause);
            return false;
        }

        stored = named;
        return true;
    }
}
