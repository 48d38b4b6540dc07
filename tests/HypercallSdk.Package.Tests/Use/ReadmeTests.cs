using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.Package.Tests.Infrastructure;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Package.Tests.Use;

/// <summary>The README tells the truth: its code is compiled as it stands there, and the compiler says what it says there.</summary>
[Collection(PackageTests.Name)]
public sealed partial class ReadmeTests(PackedSdk sdk)
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Its_code_compiles_and_its_warnings_are_the_compilers()
    {
        GuestProject project = new GuestProject(sdk, "Readme")
            .Set("OutputType", "Exe")
            .Set("HypercallConduit", Value("HypercallConduit"))
            .Set("HypercallAbi", Value("HypercallAbi"))
            .Item(Block("xml").Split('\n').Single(static line => line.Contains("<HypercallBindings", StringComparison.Ordinal)))
            .MemoryMap("board.dtb", Sample.DeviceTree)
            .File("Usings.cs", "global using HypercallSdk;\nglobal using HypercallSdk.Xen;\n")
            .File("Board.cs", Block("csharp", 0))
            .File("MyMemoryOp.cs", Block("csharp", 1))
            .Save();

        BuildOutput output = project.Build().AssertSuccess();

        string[] said = [.. output.Of(project.Name).Select(static found => Link().Replace(found.ToString(), string.Empty)).Order()];
        Assert.Equal(Warnings(), said);
        Assert.Contains(".MyMemoryOp", GuestAssembly.Types(project.Assembly));
    }

    /// <summary>The warnings as the README shows them, unfolded and without the column.</summary>
    private static string[] Warnings() =>
    [
        .. Block(string.Empty).Replace("\n  ", " ", StringComparison.Ordinal).Split('\n')
            .Select(static line => Column().Replace(line, "($1)", 1)).Order(),
    ];

    private static string Value(string property) => Regex.Match(Readme, $"<{property}>(.*?)</{property}>").Groups[1].Value;

    /// <summary>A block of the README between fences.</summary>
    /// <param name="language">What stands behind the opening fence.</param>
    /// <param name="index">Which of them, counted from 0.</param>
    private static string Block(string language, int index = 0) =>
        Fence().Matches(Readme).Where(match => match.Groups["language"].Value == language).ElementAt(index).Groups["text"].Value;

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\((\d+),\d+\)")]
    private static partial Regex Column();

    [GeneratedRegex(@" \(https:\S+\)| \[\w+\]$")]
    private static partial Regex Link();
}
