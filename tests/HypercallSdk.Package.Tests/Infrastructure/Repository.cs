using System;
using System.IO;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>The repository that the package is made of.</summary>
internal static class Repository
{
    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The device tree of the main sample's machine.</summary>
    public static byte[] SampleDeviceTree => File.ReadAllBytes(PathOf("samples/GrantTable/machine/domU.dtb"));

    /// <summary>The full path of something in the repository.</summary>
    /// <param name="relative">Its path from the top, with forward slashes.</param>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find(string start)
    {
        string? folder = start;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HypercallSdk.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No folder above {start} has HypercallSdk.sln.");
    }
}
