using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using HypercallSdk.Package.Tests.Infrastructure;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Package.Tests.Content;

/// <summary>The shipped assemblies: what must be there for them to load, and what they must not tell.</summary>
[Collection(PackageTests.Name)]
public sealed class AssemblyTests(PackedSdk sdk)
{
    private const string CodeFixes = "/HypercallSdk.CodeFixes.dll";

    /// <summary>What every compiler since Roslyn 4.8 brings along: itself and what it needs.</summary>
    private static readonly string[] CompilersOwn =
    [
        "netstandard 2.0.0.0",
        "Microsoft.CodeAnalysis 4.8.0.0",
        "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
        "System.Collections.Immutable 7.0.0.0",
        "System.Memory 4.0.1.2",
    ];

    /// <summary>What every IDE with Roslyn 4.8 brings along beside the compiler; the compiler never loads the code fixes.</summary>
    private static readonly string[] EditorsOwn =
    [
        .. CompilersOwn,
        "Microsoft.CodeAnalysis.Workspaces 4.8.0.0",
        "Microsoft.CodeAnalysis.CSharp.Workspaces 4.8.0.0",
    ];

    /// <summary>What every MSBuild since 15.1 brings along.</summary>
    private static readonly string[] BuildEnginesOwn =
    [
        "netstandard 2.0.0.0",
        "Microsoft.Build.Framework 15.1.0.0",
        "Microsoft.Build.Utilities.Core 15.1.0.0",
    ];

    [Fact]
    public void What_the_compiler_loads_needs_the_compiler_and_its_own_folder_only() =>
        AssertReferences("analyzers/dotnet/cs/", entry => entry.EndsWith(CodeFixes, StringComparison.Ordinal) ? EditorsOwn : CompilersOwn);

    [Fact]
    public void What_MSBuild_loads_needs_MSBuild_and_its_own_folder_only() =>
        AssertReferences("tasks/netstandard2.0/", static _ => BuildEnginesOwn);

    [Fact]
    public void No_assembly_tells_where_it_was_built()
    {
        foreach (string entry in Assemblies(string.Empty))
        {
            byte[] bytes = sdk.ReadBytes(entry);
            foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
            {
                Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(Repository.Root)) < 0, $"{entry} names {Repository.Root}");
            }
        }
    }

    [Fact]
    public void Every_assembly_is_optimized()
    {
        foreach (string entry in Assemblies(string.Empty))
        {
            using PEReader image = Open(entry);
            Assert.Equal("Release", Configuration(image.GetMetadataReader()));
        }
    }

    private void AssertReferences(string folder, Func<string, string[]> hostOf)
    {
        string[] entries = [.. Assemblies(folder)];
        Assert.NotEmpty(entries);
        string[] own = [.. entries.Select(Path.GetFileNameWithoutExtension)!];
        foreach (string entry in entries)
        {
            using PEReader image = Open(entry);
            MetadataReader metadata = image.GetMetadataReader();
            foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
            {
                AssemblyName name = metadata.GetAssemblyReference(handle).GetAssemblyName();
                Assert.True(
                    own.Contains(name.Name) || hostOf(entry).Contains($"{name.Name} {name.Version}"),
                    $"{entry} needs {name.Name} {name.Version}");
            }
        }
    }

    private IEnumerable<string> Assemblies(string folder) => sdk.EntryNames().Where(
        name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal));

    private PEReader Open(string entry) => new(new MemoryStream(sdk.ReadBytes(entry)));

    private static string? Configuration(MetadataReader metadata)
    {
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            MemberReference constructor = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
            TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent);
            if (metadata.GetString(type.Name) == nameof(AssemblyConfigurationAttribute))
            {
                BlobReader value = metadata.GetBlobReader(attribute.Value);
                value.ReadUInt16();
                return value.ReadSerializedString();
            }
        }

        return null;
    }
}
