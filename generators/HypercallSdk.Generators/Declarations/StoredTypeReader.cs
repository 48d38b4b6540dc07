using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [StoredAs], [Handle64] and [NativePointer]: what the ABI stores in place of the C# type.</summary>
internal static class StoredTypeReader
{
    /// <summary>Replaces the type by the one that is stored.</summary>
    /// <returns>False when an attribute is wrong.</returns>
    public static bool TryRead(
        IParameterSymbol parameter, ValueShape shape, FieldHome home, ref AbiType type, ProblemReporter problems) =>
        TryReadInteger(parameter, shape, home, ref type, problems)
        & TryReadPointer(parameter, AttributeNames.Handle64, new GuestHandle64Type(), shape, home, ref type, problems)
        & TryReadPointer(parameter, AttributeNames.NativePointer, new PointerType(), shape, home, ref type, problems);

    /// <summary>The integer that an AbiInteger stands for; null when it is none.</summary>
    public static IntegerType? IntegerOf(AttributeData attribute) => attribute.Positional(0) is int code and (1 or 2 or 4 or 8 or -1 or -2 or -4 or -8)
        ? new IntegerType(code < 0 ? -code : code, IsSigned: code < 0)
        : null;

    private static bool TryReadInteger(
        IParameterSymbol parameter, ValueShape shape, FieldHome home, ref AbiType type, ProblemReporter problems)
    {
        if (parameter.Find(AttributeNames.StoredAs) is not { ConstructorArguments.Length: 1 } attribute)
        {
            return true;
        }

        IntegerType? stored = IntegerOf(attribute);
        string? cause = stored is null
            ? "is no AbiInteger; choose one of its members"
            : shape is not (ValueShape.Integer or ValueShape.Boolean)
                ? $"needs an integer, an enum or a bool, which '{parameter.Name}' is not; declare the field's own type"
                : home == FieldHome.Register ? "has no meaning for a register argument; remove it" : null;
        if (cause is not null)
        {
            problems.AtArgument(attribute, "0", ProblemKind.BadStoredType, "StoredAs", cause);
            return false;
        }

        type = stored!;
        return true;
    }

    private static bool TryReadPointer(
        IParameterSymbol parameter, string name, AbiType stored, ValueShape shape, FieldHome home, ref AbiType type, ProblemReporter problems)
    {
        if (parameter.Find(name) is not { } attribute)
        {
            return true;
        }

        string? cause = shape != ValueShape.Pointer
            ? $"needs a pointer, which '{parameter.Name}' is not; remove it"
            : home == FieldHome.Register ? "has no meaning for a register argument, which is as wide as a register; remove it"
            : type is not GuestHandleType ? "contradicts the attribute beside it; remove one of them" : null;
        if (cause is not null)
        {
            problems.AtAttribute(attribute, ProblemKind.BadStoredType, cause);
            return false;
        }

        type = stored;
        return true;
    }
}
