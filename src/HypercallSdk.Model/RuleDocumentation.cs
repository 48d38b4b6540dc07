namespace HypercallSdk.Model;

/// <summary>Where a rule's page is: what an IDE opens when the id of a diagnostic, or of a build's error, is clicked.</summary>
public static class RuleDocumentation
{
    private const string Pages = "https://github.com/HypercallSdk/HypercallSdk/blob/main/docs/rules/";

    /// <summary>The address of a rule's page.</summary>
    /// <param name="id">The rule, such as <c>HCS2002</c>.</param>
    public static string Uri(string id) => Pages + id + ".md";
}
