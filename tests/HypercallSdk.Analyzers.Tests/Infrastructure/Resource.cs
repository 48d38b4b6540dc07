using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>The repository's files that the build put into this assembly.</summary>
internal static class Resource
{
    private static readonly Assembly Assembly = typeof(Resource).Assembly;

    /// <summary>The names that begin so, in order.</summary>
    public static IReadOnlyList<string> Names(string prefix) =>
        [.. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order()];

    /// <summary>A file's text.</summary>
    public static string Read(string name)
    {
        using Stream stream = Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("The build put no such file into the tests.", name);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
