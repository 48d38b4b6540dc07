using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [StoredAs].</summary>
internal static class StoredTypeReader
{
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

        int code = attribute.Positional(0) is int value ? value : 0;
        string? cause = code is not (1 or 2 or 4 or 8 or -1 or -2 or -4 or -8)
            ? "is no AbiInteger; choose one of its members"
            : shape != ParameterShape.Integer || type is not IntegerType
                ? $"needs an integer or an enum, which '{parameter.Name}' is not; declare the field's own type"
                : isField ? null : "has no meaning for a register argument; remove it";
        if (cause is not null)
        {
            problems.AtArgument(attribute, "0", ProblemKind.BadStoredType, "StoredAs", cause);
            return false;
        }

        stored = new IntegerType(code < 0 ? -code : code, IsSigned: code < 0);
        return true;
    }
}
