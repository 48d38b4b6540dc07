using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using HypercallSdk.Package.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Package.Tests.Use;

/// <summary>An IDE never runs the compiler: it asks MSBuild for the command line, and shows what analyzers make of that.</summary>
[Collection(PackageTests.Name)]
public sealed class DesignTimeTests(PackedSdk sdk)
{
    [Fact]
    public void The_IDE_gives_the_analyzers_the_memory_map_and_the_properties()
    {
        GuestProject project = new GuestProject(sdk, "DesignTime")
            .Set("HypercallAbi", "arm64")
            .Set("HypercallGuest", "arm-domU")
            .Set("HypercallAddressBits", "44")
            .Bindings("memory_op")
            .MemoryMap("board.dtb", Repository.SampleDeviceTree)
            .Save();
        string[] arguments = CompilerArguments(project);

        string map = Assert.Single(Values(arguments, "/additionalfile:"));
        Assert.Contains("/memory@40000000", File.ReadAllText(project.PathOf(map)), StringComparison.Ordinal);
        Assert.Contains(arguments, static argument => argument.EndsWith("memory_op/IMemoryOp.cs", StringComparison.Ordinal));
        Assert.Contains(arguments, static argument => argument.EndsWith("Frames/Gfn.cs", StringComparison.Ordinal));

        string[] settings =
        [
            .. Values(arguments, "/analyzerconfig:")
                .Where(static path => path.EndsWith(".GeneratedMSBuildEditorConfig.editorconfig", StringComparison.Ordinal))
                .SelectMany(path => File.ReadAllLines(project.PathOf(path))),
        ];
        Assert.Contains("build_property.HypercallAbi = arm64", settings);
        Assert.Contains("build_property.HypercallConduit = hook", settings);
        Assert.Contains("build_property.HypercallGuest = arm-domU", settings);
        Assert.Contains("build_property.HypercallXenMinimum = 4.17", settings);
        Assert.Contains("build_property.HypercallAddressBits = 44", settings);
        Assert.Contains("build_property.HypercallSupport = internal", settings);
        Assert.Contains($"[{Path.GetFullPath(project.PathOf(map))}]", settings);
        Assert.Contains("build_metadata.AdditionalFiles.HypercallMemoryMap = true", settings);
        Assert.False(File.Exists(project.Assembly));
    }

    private static string[] CompilerArguments(GuestProject project)
    {
        CommandResult result = project.Run(
            "msbuild", "-restore", "-nologo", "-nodeReuse:false", "-tl:off", "-t:Compile", "-p:DesignTimeBuild=true",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");
        Assert.True(result.ExitCode == 0, result.Output);
        using JsonDocument answer = JsonDocument.Parse(result.Output);
        return
        [
            .. answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
                .Select(static item => item.GetProperty("Identity").GetString()!),
        ];
    }

    private static string[] Values(string[] arguments, string option) =>
        [.. arguments
            .Where(argument => argument.StartsWith(option, StringComparison.Ordinal))
            .Select(argument => argument[option.Length..].Trim('"'))];
}
