using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>Makes broken declarations of sound ones.</summary>
internal sealed class Mutation
{
    private readonly Random _random;
    private readonly string[] _tokens;
    private readonly ILookup<int, string> _tokensByKind;
    private readonly int[] _kinds;

    /// <param name="source">Sound source.</param>
    /// <param name="seed">The same seed makes the same mutants.</param>
    public Mutation(string source, int seed)
    {
        _random = new Random(seed);
        SyntaxToken[] tokens = [.. Guest.Tree(source).GetRoot().DescendantTokens()];
        _tokens = [.. tokens.Select(static token => token.ToFullString())];
        _kinds = [.. tokens.Select(static token => token.RawKind)];
        _tokensByKind = tokens.ToLookup(static token => token.RawKind, static token => token.ToFullString());
    }

    /// <summary>
    /// A mutant: one to three tokens deleted, doubled, swapped, or replaced by others of the source. Half of them replace one
    /// token by one of its own kind, so that many still compile and reach the emitter.
    /// </summary>
    public string Next()
    {
        List<string> tokens = [.. _tokens];
        if (_random.Next(2) == 0)
        {
            int place = _random.Next(tokens.Count);
            string[] same = [.. _tokensByKind[_kinds[place]].Distinct()];
            tokens[place] = same[_random.Next(same.Length)];
            return string.Join(' ', tokens);
        }

        int edits = _random.Next(1, 4);
        for (int edit = 0; edit < edits; edit++)
        {
            Mutate(tokens);
        }

        return string.Join(' ', tokens);
    }

    private void Mutate(List<string> tokens)
    {
        int place = _random.Next(tokens.Count);
        int other = _random.Next(tokens.Count);
        switch (_random.Next(4))
        {
            case 0:
                tokens.RemoveAt(place);
                break;
            case 1:
                tokens.Insert(other, tokens[place]);
                break;
            case 2:
                (tokens[place], tokens[other]) = (tokens[other], tokens[place]);
                break;
            default:
                tokens[place] = tokens[other];
                break;
        }
    }
}
