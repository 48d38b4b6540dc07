using System.Globalization;

namespace HypercallSdk.Build;

/// <summary>Names of Xen's releases: <c>4.17</c>.</summary>
internal static class XenReleaseName
{
    private const int OldestMajor = 4;

    /// <summary>Whether the text is a major and a minor number, 4.0 or later.</summary>
    public static bool IsValid(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length == 2
            && TryParse(parts[0], out int major)
            && TryParse(parts[1], out _)
            && major >= OldestMajor;
    }

    private static bool TryParse(string part, out int number) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
