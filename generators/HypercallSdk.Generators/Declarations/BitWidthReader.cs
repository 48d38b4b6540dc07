using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [Bits]: fields that are bit-fields.</summary>
internal static class BitWidthReader
{
    private const int BitsPerByte = 8;

    /// <summary>Reads the width of a bit-field.</summary>
    /// <returns>False when the attribute is wrong; true with null when there is none.</returns>
    public static bool TryRead(
        IParameterSymbol parameter, ValueShape shape, AbiType type, FieldHome home, out int? width, ProblemReporter problems)
    {
        width = null;
        if (parameter.Find(AttributeNames.Bits) is not { ConstructorArguments.Length: 1 } attribute)
        {
            return true;
        }

        int bits = attribute.Positional(0) is int value ? value : -1;
        if (WhyNot(parameter, shape, type, home, bits) is { } cause)
        {
            problems.AtArgument(attribute, "0", ProblemKind.BadBitField, $"{bits}", cause);
            return false;
        }

        width = bits;
        return true;
    }

    private static string? WhyNot(IParameterSymbol parameter, ValueShape shape, AbiType type, FieldHome home, int bits)
    {
        if (home == FieldHome.Register)
        {
            return "makes a bit-field of a register argument; remove it";
        }

        if (shape is ValueShape.Pointer or ValueShape.Record || type is ArrayType or AlignedType)
        {
            return $"makes a bit-field of '{parameter.Name}', which is no plain integer, bool or enum; C has no such bit-fields";
        }

        // On every ABI, because a declaration is one for all of them.
        int widest = type is BooleanType ? 1 : DataModel.All.Min(type.SizeIn) * BitsPerByte;
        return bits < 0 || bits > widest ? $"is no width for '{parameter.Name}', whose type has {widest} bits"
            : bits == 0 && parameter.Find(AttributeNames.Anonymous) is null
                ? $"leaves '{parameter.Name}' without a bit; a width of 0 is for an [Anonymous] field"
                : null;
    }
}
