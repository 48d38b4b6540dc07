namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>The operators between two numbers: C's, on 64 bits without a sign.</summary>
internal static class DtsOperators
{
    // From the weakest to the strongest. What is the beginning of another operator of its level comes after that.
    private static readonly string[][] Operators =
    [
        ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<=", ">=", "<", ">"], ["<<", ">>"], ["+", "-"], ["*", "/", "%"],
    ];

    /// <summary>How many levels of binding there are; 0 binds weakest.</summary>
    public static int Levels => Operators.Length;

    /// <summary>Takes an operator of a level, unless it is the beginning of a longer one.</summary>
    public static bool TryTake(DtsText text, int level, out string taken)
    {
        foreach (string candidate in Operators[level])
        {
            taken = candidate;
            bool isDoubled = candidate is "|" or "&" or "<" or ">" && text.Current == candidate[0] && text.Following == candidate[0];
            if (!isDoubled && text.TryTake(candidate))
            {
                return true;
            }
        }

        taken = string.Empty;
        return false;
    }

    /// <summary>The result of an operator; what divides is not 0.</summary>
    public static ulong Apply(string taken, ulong left, ulong right) => unchecked(taken switch
    {
        "||" => Bit(left != 0 || right != 0),
        "&&" => Bit(left != 0 && right != 0),
        "|" => left | right,
        "^" => left ^ right,
        "&" => left & right,
        "==" => Bit(left == right),
        "!=" => Bit(left != right),
        "<=" => Bit(left <= right),
        ">=" => Bit(left >= right),
        "<" => Bit(left < right),
        ">" => Bit(left > right),
        "<<" => right < 64 ? left << (int)right : 0,
        ">>" => right < 64 ? left >> (int)right : 0,
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        _ => left % right,
    });

    private static ulong Bit(bool isTrue) => isTrue ? 1ul : 0ul;
}
