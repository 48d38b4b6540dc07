using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Questions about the namespace that a declared type is in.</summary>
internal static class Namespaces
{
    /// <summary>
    /// Whether its name is written only in part, as it is while it is being typed. The compiler says so, and its types could not be
    /// told from those of another namespace.
    /// </summary>
    public static bool IsUnfinished(INamespaceSymbol space)
    {
        for (; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            if (space.Name.Length == 0)
            {
                return true;
            }
        }

        return false;
    }
}
