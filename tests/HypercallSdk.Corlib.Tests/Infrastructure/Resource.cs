using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Corlib.Tests.Infrastructure;

/// <summary>The C# files that this assembly carries.</summary>
internal static class Resource
{
    private static readonly Assembly Holder = typeof(Resource).Assembly;

    private static readonly ConcurrentDictionary<(string Prefix, CSharpParseOptions Options), IReadOnlyList<SyntaxTree>> Parsed = new();

    /// <summary>The files whose names begin with the prefix, parsed once for all tests that want them with the same options.</summary>
    public static IReadOnlyList<SyntaxTree> Parse(string prefix, CSharpParseOptions options) =>
        Parsed.GetOrAdd((prefix, options), static key =>
            [.. Holder.GetManifestResourceNames()
                .Where(name => name.Replace('\\', '/').StartsWith(key.Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => CSharpSyntaxTree.ParseText(Read(name), key.Options, name))]);

    private static string Read(string name)
    {
        using StreamReader reader = new(Holder.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
