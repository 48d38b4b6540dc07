namespace HypercallSdk.Analyzers.Results;

/// <summary>What diagnostics tell code fixes.</summary>
public static class MendProperties
{
    /// <summary>The expression to stand in the place of the one that is underlined.</summary>
    public const string Expression = "Mend";

    /// <summary>The condition that holds if the underlined call has failed.</summary>
    public const string Failure = "Failure";

    /// <summary>The release to ask for: <c>4.20</c>.</summary>
    public const string Release = "Release";
}
