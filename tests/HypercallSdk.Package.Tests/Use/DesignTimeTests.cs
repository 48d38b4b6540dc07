using System;
using System.IO;
using System.Linq;
using System.Text;
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
            .MemoryMap("board.dtb", Sample.DeviceTree)
            .Save();
        string[] arguments = CompilerArguments(project, out string errors);
        Assert.Empty(errors);

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

    [Fact]
    public void A_bad_map_does_not_cost_the_IDE_the_project()
    {
        const string Good = "100%;odd/good.memmap";
        GuestProject project = new GuestProject(sdk, "BadMap")
            .MemoryMap("board.dtb", Sample.DeviceTree[..100])
            .Item("""<HypercallMemoryMap Include="100%25%3Bodd/good.memmap" />""");
        Directory.CreateDirectory(project.PathOf("100%;odd"));
        string[] arguments = CompilerArguments(project.File(Good, "ram 0x40000000 64M /memory\n").Save(), out string errors);

        Assert.Contains("error HCS0905: at byte 0x4: the file ends before", errors, StringComparison.Ordinal);
        Assert.Equal([project.PathOf(Good)], Values(arguments, "/additionalfile:"));
        Assert.Contains(arguments, static argument => argument.EndsWith("Frames/Gfn.cs", StringComparison.Ordinal));
    }

    /// <summary>The compiler's command line, asked for as IDEs ask for it: errors do not end the build.</summary>
    private static string[] CompilerArguments(GuestProject project, out string errors)
    {
        CommandResult result = project.Run(
            "msbuild", "-restore", "-nologo", "-nodeReuse:false", "-tl:off", "-t:Compile", "-p:DesignTimeBuild=true",
            "-p:ContinueOnError=ErrorAndContinue",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");
        byte[] output = Encoding.UTF8.GetBytes(result.Output);
        Utf8JsonReader reader = new(output);
        using JsonDocument answer = JsonDocument.ParseValue(ref reader);
        errors = Encoding.UTF8.GetString(output.AsSpan((int)reader.BytesConsumed)).Trim();
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
