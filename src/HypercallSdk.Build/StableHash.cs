using System.Globalization;

namespace HypercallSdk.Build;

/// <summary>A hash that is the same on every machine and in every process, which <see cref="object.GetHashCode"/> is not.</summary>
internal static class StableHash
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The 32-bit FNV-1a hash of a path's UTF-16 code units as 8 hexadecimal digits; either slash counts as the same.</summary>
    public static string OfPath(string path)
    {
        uint hash = OffsetBasis;
        foreach (char character in path)
        {
            hash = unchecked((hash ^ (character == '\\' ? '/' : character)) * Prime);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
