using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Names as C# source spells them.</summary>
internal static class CSharpIdentifier
{
    /// <summary>The name, with an @ before it where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Whether it can be a type's name as it stands.</summary>
    public static bool IsValid(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;
}
