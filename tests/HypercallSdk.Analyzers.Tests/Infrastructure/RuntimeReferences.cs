using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>
/// The assemblies that the compilations under test refer to: those of the runtime that runs the tests.
/// </summary>
internal static class RuntimeReferences
{
    private static readonly string[] Names = ["System.Private.CoreLib", "System.Runtime", "System.Memory"];

    /// <summary>References to them.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. Paths().Where(static path => Names.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private static string[] Paths() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
}
