using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>
/// The package, packed once, in a folder of its own outside the repository. NuGet is given a place of its own to unpack it, so
/// that no earlier package of the same version is ever taken for it, and no source beside that folder: the package has no
/// dependencies, so a project that uses it needs none.
/// </summary>
public sealed class PackedSdk : IDisposable
{
    private readonly string _packages;

    /// <summary>Packs; xunit does it once for all tests of the collection.</summary>
    public PackedSdk()
    {
        Root = Directory.CreateTempSubdirectory("HypercallSdk.Package.Tests-").FullName;
        RootWithSources = Directory.CreateTempSubdirectory("HypercallSdk.Package.Tests-").FullName;
        _packages = Path.Combine(Root, "packages");
        string feed = Path.Combine(Root, "feed");
        CommandResult result = DotNet.Run(
            Repository.Root, packagesFolder: null,
            ["pack", Repository.PathOf("src/HypercallSdk"), "--output", feed, "-nodeReuse:false", "-tl:off"]);
        Assert.True(result.ExitCode == 0, result.Output);

        PackageFile = Assert.Single(Directory.GetFiles(feed));
        Version = Path.GetFileNameWithoutExtension(PackageFile)["HypercallSdk.".Length..];
        WriteSurroundings(Root, $"""<clear /><add key="packed" value="{feed}" />""");
        WriteSurroundings(RootWithSources, $"""<add key="packed" value="{feed}" />""");
    }

    /// <summary>The folder under which the tests' projects live.</summary>
    public string Root { get; }

    /// <summary>The same for projects that need packages beside this one: they come from where this machine has them from.</summary>
    public string RootWithSources { get; }

    /// <summary>The nupkg.</summary>
    public string PackageFile { get; }

    /// <summary>The package's version.</summary>
    public string Version { get; }

    /// <summary>Runs <c>dotnet</c> with this package at hand.</summary>
    internal CommandResult Run(string folder, params string[] arguments) => DotNet.Run(folder, _packages, arguments);

    /// <summary>Builds a project or a solution, restoring it first.</summary>
    internal BuildOutput Build(string path, params string[] options)
    {
        string[] fixedOptions = ["-nodeReuse:false", "-tl:off", "-v:minimal", "-clp:NoSummary"];
        return new BuildOutput(Run(Path.GetDirectoryName(path)!, ["build", path, .. fixedOptions, .. options]));
    }

    /// <summary>The text of an entry of the package.</summary>
    internal string ReadText(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(PackageFile);
        using StreamReader reader = new(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The bytes of an entry of the package.</summary>
    internal byte[] ReadBytes(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(PackageFile);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The paths of the package's entries, sorted.</summary>
    internal string[] EntryNames()
    {
        using ZipArchive archive = ZipFile.OpenRead(PackageFile);
        return [.. archive.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        Directory.Delete(RootWithSources, recursive: true);
    }

    /// <summary>Nothing above the temporary folder may take part in the builds.</summary>
    private static void WriteSurroundings(string folder, string sources)
    {
        const string Empty = "<Project />";
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), Empty);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), Empty);
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), Empty);
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"<configuration><packageSources>{sources}</packageSources></configuration>");
    }
}
