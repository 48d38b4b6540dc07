using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>The repository's files that the build put into this assembly.</summary>
internal static class Resource
{
    private static readonly Assembly Assembly = typeof(Resource).Assembly;

    /// <summary>The names that begin so, in order.</summary>
    public static IReadOnlyList<string> Names(string prefix) =>
        [.. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>A file's text; null when there is no such file.</summary>
    public static string? Find(string name)
    {
        using Stream? stream = Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
