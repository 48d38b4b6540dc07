using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>The reference assemblies of .NET 10, as the build laid them beside the tests.</summary>
internal static class References
{
    private static readonly string[] Names = ["System.Runtime", "System.Runtime.InteropServices", "System.Linq", "System.Collections", "System.Threading"];

    /// <summary>As many as guest source needs, and a few that it must not need.</summary>
    public static IReadOnlyList<MetadataReference> Net10 { get; } =
        [.. Names.Select(static name => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "refs", name + ".dll")))];
}
