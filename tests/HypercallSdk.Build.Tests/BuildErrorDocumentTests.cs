using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.Build.Framework;
using Xunit;

namespace HypercallSdk.Build.Tests;

/// <summary>The codes, their pages and the index of pages say the same.</summary>
public sealed class BuildErrorDocumentTests
{
    private static readonly string[] AllCodes =
    [
        .. typeof(BuildErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static constant => (string)constant.GetRawConstantValue()!),
    ];

    public static TheoryData<string> Codes => [.. AllCodes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_every_section_and_a_row_in_the_index(string code)
    {
        string[] lines = Read(code).Split('\n');
        string mark = $"# {code}: ";
        Assert.StartsWith(mark, lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["## Cause", "## Why it is dangerous", "## How to fix it", "## When to suppress it"],
            lines.Where(static line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains($"| [{code}]({code}.md) | {lines[0][mark.Length..]} | Error |", Read("README").Split('\n'));
    }

    [Fact]
    public void No_code_is_used_twice()
    {
        Assert.Equal(AllCodes.Distinct(), AllCodes);
        Assert.All(AllCodes, static code => Assert.Matches("^HCS09[0-9]{2}$", code));
    }

    [Fact]
    public void No_page_is_left_of_a_code_that_is_gone() => Assert.Equal(
        AllCodes.Select(static code => code + ".md").Order(),
        typeof(BuildErrorDocumentTests).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith("HCS09", StringComparison.Ordinal)).Order());

    [Fact]
    public void An_error_links_to_its_page()
    {
        RecordingEngine engine = new();
        new CheckProperties { BuildEngine = engine, ProjectFile = "Kernel.csproj" }.Execute();
        BuildErrorEventArgs error = engine.Only(BuildErrorCodes.UnsafeBlocksNotAllowed);
        Assert.Equal("https://github.com/HypercallSdk/HypercallSdk/blob/main/docs/rules/HCS0902.md", error.HelpLink);
    }

    private static string Read(string page)
    {
        Stream? stream = typeof(BuildErrorDocumentTests).Assembly.GetManifestResourceStream(page + ".md");
        Assert.True(stream is not null, $"docs/rules has no {page}.md");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
