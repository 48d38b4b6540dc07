using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes what becomes of the result register.</summary>
internal static class ResultEmitter
{
    /// <summary>The result as the operation's type, for an expression that is the register as <c>nint</c>.</summary>
    public static string Converted(ResultDeclaration result, string register) => result.Shape switch
    {
        ResultShape.Nothing => register,
        ResultShape.Integer => Number(result, register),
        _ => $"new {result.Type}({Number(result, register)})",
    };

    private static string Number(ResultDeclaration result, string register) =>
        result.StoredAs is { } stored ? Part(result, stored, register) : Whole(result, register);

    /// <summary>The register is as wide as a pointer; an unsigned type of more bits gets zeros above it.</summary>
    private static string Whole(ResultDeclaration result, string register) => result.Taken switch
    {
        "long" => result.IsOverloaded ? $"(long){register}" : register,
        "ulong" => $"unchecked((ulong)(nuint){register})",
        "nuint" => $"unchecked((nuint){register})",
        _ => register,
    };

    /// <summary>The low bits and no others, then the type that holds them, by their own sign.</summary>
    private static string Part(ResultDeclaration result, IntegerType stored, string register)
    {
        string bits = CSharpType.Of(stored);
        string outer = result.Taken == bits ? string.Empty : $"({result.Taken})";
        return stored is { Size: 8, IsSigned: false }
            ? $"unchecked({outer}(ulong)(nuint){register})"
            : $"unchecked({outer}({bits}){register})";
    }
}
