namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Which characters words of device tree source are made of.</summary>
internal static class DtsCharacters
{
    /// <summary>Whether a node's or property's name may hold the character.</summary>
    public static bool IsName(char character) =>
        IsLabel(character, isFirst: false) || character is ',' or '.' or '+' or '*' or '#' or '?' or '@' or '-';

    /// <summary>Whether a label may hold the character.</summary>
    public static bool IsLabel(char character, bool isFirst) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        || (!isFirst && IsDigit(character));

    /// <summary>Whether it is one of the ten digits of ASCII.</summary>
    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    /// <summary>Whether it is a hexadecimal digit.</summary>
    public static bool IsHexadecimal(char character) => ValueOf(character) < 16;

    /// <summary>The value of a digit of any base up to 16; 16 for what is no digit.</summary>
    public static int ValueOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => 16,
    };
}
