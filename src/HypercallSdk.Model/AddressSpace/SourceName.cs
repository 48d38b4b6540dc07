namespace HypercallSdk.Model.AddressSpace;

/// <summary>What a message calls the file that a region comes from.</summary>
internal static class SourceName
{
    /// <summary>The file's name without its directories, which a message has no room for; either slash divides them.</summary>
    public static string Of(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
