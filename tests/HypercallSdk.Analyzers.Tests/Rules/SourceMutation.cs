using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>Breaks good source.</summary>
internal static class SourceMutation
{
    /// <summary>Removes, doubles, replaces or moves one to three tokens.</summary>
    public static string Mutate(IReadOnlyList<string> seed, Random random)
    {
        List<string> tokens = [.. seed];
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            Mutate(tokens, random);
        }

        return string.Concat(tokens);
    }

    /// <summary>The tokens of a source, each with the space around it.</summary>
    public static IReadOnlyList<string> TokensOf(string source) =>
        [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(static token => token.ToFullString())];

    private static void Mutate(List<string> tokens, Random random)
    {
        int at = random.Next(tokens.Count);
        string other = tokens[random.Next(tokens.Count)];
        switch (random.Next(4))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, other);
                break;
            case 2:
                tokens[at] = other;
                break;
            default:
                int next = (at + 1) % tokens.Count;
                (tokens[at], tokens[next]) = (tokens[next], tokens[at]);
                break;
        }
    }
}
