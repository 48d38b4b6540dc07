using System;
using System.IO;

namespace HypercallSdk.Testing;

/// <summary>The repository that the tests were built in.</summary>
public static class Repository
{
    /// <summary>The full path of its top folder: the one with the solution in it.</summary>
    /// <exception cref="InvalidOperationException">The tests were copied out of their checkout.</exception>
    public static string Root => Found.Value;

    private static Lazy<string> Found { get; } = new(static () => Find(AppContext.BaseDirectory));

    /// <summary>The full path of something in the repository.</summary>
    /// <param name="relative">Its path from the top, with forward slashes; a full path is left as it is.</param>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HypercallSdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {start} holds HypercallSdk.sln: run the tests from a checkout.");
    }
}
