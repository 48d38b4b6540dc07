using System;
using System.IO;
using System.Security;

namespace HypercallSdk.Build;

/// <summary>File operations that a build survives: whatever the file system answers becomes an error that names the file.</summary>
internal static class FileAccess
{
    /// <summary>Runs an operation.</summary>
    /// <param name="operation">What touches the file system.</param>
    /// <param name="reason">Why it failed, in the system's words without a full stop; empty when it did not.</param>
    /// <returns>Whether it succeeded.</returns>
    public static bool TryRun(Action operation, out string reason)
    {
        try
        {
            operation();
            reason = string.Empty;
            return true;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            reason = exception.Message.TrimEnd('.');
            return false;
        }
    }

    /// <summary>Writes text to a file, but touches none that holds it already, so that nothing that reads it is made anew.</summary>
    /// <param name="path">The file; its folder is made if it is not there.</param>
    /// <param name="text">What it shall hold.</param>
    public static void WriteIfChanged(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text);
        }
    }

    private static bool IsExpected(Exception exception) => exception
        is IOException
        or UnauthorizedAccessException
        or SecurityException
        or ArgumentException
        or NotSupportedException;
}
