using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>A stranger's project: it has the package reference that the README tells of, and what a test adds.</summary>
internal sealed class GuestProject
{
    private readonly PackedSdk _sdk;
    private readonly Dictionary<string, string> _properties = [];
    private readonly StringBuilder _items = new();
    private readonly StringBuilder _targets = new();
    private string _package = string.Empty;

    /// <param name="sdk">The package.</param>
    /// <param name="name">The project's name; its folder has it too.</param>
    /// <param name="wantsPackages">Whether it needs others' packages, as native compilation does.</param>
    public GuestProject(PackedSdk sdk, string name, bool wantsPackages = false)
    {
        _sdk = sdk;
        Name = name;
        Folder = Directory.CreateDirectory(Path.Combine(wantsPackages ? sdk.RootWithSources : sdk.Root, name)).FullName;
        Set("TargetFramework", "net10.0").Set("AllowUnsafeBlocks", "true").Set("HypercallConduit", "hook");
        Package("PackageReference", "PrivateAssets=\"all\"");
    }

    /// <summary>The project's name.</summary>
    public string Name { get; }

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>The project's file.</summary>
    public string ProjectFile => PathOf(Name + ".csproj");

    /// <summary>The assembly that a build makes.</summary>
    public string Assembly => PathOf($"bin/Debug/net10.0/{Name}.dll");

    /// <summary>The full path of a file of the project.</summary>
    public string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>The full path of an intermediate file.</summary>
    public string Intermediate(string name) => PathOf($"obj/Debug/net10.0/{name}");

    /// <summary>Sets a property, or takes it away with null.</summary>
    public GuestProject Set(string property, string? value)
    {
        _properties.Remove(property);
        if (value is not null)
        {
            _properties.Add(property, value);
        }

        return this;
    }

    /// <summary>Adds an item.</summary>
    public GuestProject Item(string xml)
    {
        _items.Append("    ").AppendLine(xml);
        return this;
    }

    /// <summary>Refers to the package in another way than the README tells.</summary>
    /// <param name="item">The item's name, such as <c>PackageReference</c>.</param>
    /// <param name="metadata">Its metadata beside the version, as attributes.</param>
    public GuestProject Package(string item, string metadata)
    {
        _package = $"""    <{item} Include="HypercallSdk" Version="{_sdk.Version}" {metadata} />""";
        return this;
    }

    /// <summary>Refers to another project and not to the package; sets nothing that only the package's users set.</summary>
    public GuestProject RefersOnlyTo(GuestProject other)
    {
        _package = $"""    <ProjectReference Include="{other.ProjectFile}" />""";
        return Set("AllowUnsafeBlocks", null).Set("HypercallConduit", null);
    }

    /// <summary>Adds a target.</summary>
    public GuestProject Target(string xml)
    {
        _targets.AppendLine(xml);
        return this;
    }

    /// <summary>Asks for some of Xen's interfaces.</summary>
    public GuestProject Bindings(string names) => Item($"""<HypercallBindings Include="{names}" />""");

    /// <summary>Gives the project a memory map; without content its file is not there.</summary>
    public GuestProject MemoryMap(string file, byte[]? content)
    {
        if (content is not null)
        {
            System.IO.File.WriteAllBytes(PathOf(file), content);
        }

        return Item($"""<HypercallMemoryMap Include="{file}" />""");
    }

    /// <summary>Writes a source file.</summary>
    public GuestProject File(string name, string text)
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        return this;
    }

    /// <summary>Writes the project file.</summary>
    public GuestProject Save()
    {
        string properties = string.Concat(_properties.Select(static pair => $"    <{pair.Key}>{pair.Value}</{pair.Key}>\n"));
        return File(Path.GetFileName(ProjectFile), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
            {properties}
              </PropertyGroup>
              <ItemGroup>
            {_package}
            {_items}
              </ItemGroup>
            {_targets}
            </Project>
            """);
    }

    /// <summary>Builds the project by itself.</summary>
    public BuildOutput Build(params string[] options) => _sdk.Build(ProjectFile, options);

    /// <summary>Runs another command on the project, with the project's file as its last argument.</summary>
    public CommandResult Run(params string[] arguments) => _sdk.Run(Folder, [.. arguments, ProjectFile]);
}
