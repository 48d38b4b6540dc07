using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>C#'s keywords for integers.</summary>
internal static class CSharpType
{
    /// <summary>The keyword for an integer.</summary>
    public static string Of(IntegerType type) => (type.Size, type.IsSigned) switch
    {
        (1, false) => "byte",
        (1, true) => "sbyte",
        (2, false) => "ushort",
        (2, true) => "short",
        (4, false) => "uint",
        (4, true) => "int",
        (_, false) => "ulong",
        (_, true) => "long",
    };

    /// <summary>The keyword for an unsigned integer of so many bytes.</summary>
    public static string OfSize(int size) => Of(new IntegerType(size, IsSigned: false));
}
