using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>The device trees of the boards that Debian's arm64 kernel knows.</summary>
internal static class Boards
{
    private static readonly Lazy<string[]> All = new(Fetch);

    /// <summary>Their files, by name.</summary>
    public static IReadOnlyList<string> Files => All.Value;

    private static string[] Fetch()
    {
        string answer = OutsideTool.Run("eng/device-trees");
        string folder = answer.Split('\n').Single(static line => line.StartsWith("trees=", StringComparison.Ordinal))["trees=".Length..];
        string[] files = [.. Directory.EnumerateFiles(folder, "*.dtb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.True(files.Length > 400, $"{folder} has {files.Length} trees only");
        return files;
    }
}
