using System;
using System.IO;

namespace HypercallSdk.Build.Tests;

/// <summary>A project directory that goes away with the test.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("hypercall-test-").FullName;

    public string ProjectFile => PathOf("Kernel.csproj");

    public string PathOf(string name) => Path.Combine(_directory, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return name;
    }

    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return name;
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
