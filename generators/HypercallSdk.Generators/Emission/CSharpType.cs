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

    /// <summary>A conversion that never throws, whatever the project's checked setting: it cuts, as the ABI does.</summary>
    /// <param name="from">The value's type.</param>
    /// <param name="to">What <paramref name="type"/> is.</param>
    /// <param name="type">How to name the type that is converted to.</param>
    /// <param name="value">The value.</param>
    public static string Convert(IntegerType from, IntegerType to, string type, string value)
    {
        if (from == to && type == Of(to))
        {
            return value;
        }

        bool fits = from.IsSigned == to.IsSigned ? to.Size >= from.Size : to.IsSigned && to.Size > from.Size;
        return fits ? $"({type}){Grouped(value)}" : $"unchecked(({type}){Grouped(value)})";
    }

    /// <summary>An expression that can be an operand.</summary>
    public static string Grouped(string expression) => expression.IndexOf(' ') < 0 ? expression : $"({expression})";

    /// <summary>The keyword for an unsigned integer of so many bytes.</summary>
    public static string OfSize(int size) => Of(new IntegerType(size, IsSigned: false));
}
