using System;
using System.Globalization;

namespace HypercallSdk.Model.Xen;

/// <summary>A release of Xen by its major and its minor number: what guests can rely on does not change within one.</summary>
/// <param name="Major">The 4 of 4.17.</param>
/// <param name="Minor">The 17 of 4.17.</param>
public readonly record struct XenRelease(int Major, int Minor) : IComparable<XenRelease>
{
    /// <summary>
    /// The least release that is later than this one. There may be none of that number: after the last 4.x comes 5.0, which is
    /// later than it too.
    /// </summary>
    public XenRelease Next => this with { Minor = Minor + 1 };

    /// <summary>Reads <c>4.17</c>: two numbers without signs, spaces or leading zeros, and nothing behind them.</summary>
    /// <returns>Whether the text is a release.</returns>
    public static bool TryParse(string text, out XenRelease release)
    {
        string[] parts = text.Split('.');
        release = default;
        if (parts.Length == 2 && TryParseNumber(parts[0], out int major) && TryParseNumber(parts[1], out int minor))
        {
            XenRelease read = new(major, minor);
            release = read.ToString() == text ? read : default;
        }

        return release != default;
    }

    /// <inheritdoc/>
    public int CompareTo(XenRelease other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <summary>The release as it is written: <c>4.17</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}.{1}", Major, Minor);

    /// <summary>Whether the left one came out before the right one.</summary>
    public static bool operator <(XenRelease left, XenRelease right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one came out after the right one.</summary>
    public static bool operator >(XenRelease left, XenRelease right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one came out before the right one or is it.</summary>
    public static bool operator <=(XenRelease left, XenRelease right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one came out after the right one or is it.</summary>
    public static bool operator >=(XenRelease left, XenRelease right) => left.CompareTo(right) >= 0;

    private static bool TryParseNumber(string part, out int number) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < int.MaxValue;
}
