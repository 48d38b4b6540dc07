using System;
using System.IO;

namespace HypercallSdk.Testing;

/// <summary>A folder for a test's files, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("hypercallsdk-test-").FullName;

    /// <summary>The full path of a file in it.</summary>
    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>Writes a file of text and gives its full path.</summary>
    public string Write(string name, string text)
    {
        string path = PathOf(name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file of bytes and gives its full path.</summary>
    public string Write(string name, byte[] bytes)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_path, recursive: true);
}
