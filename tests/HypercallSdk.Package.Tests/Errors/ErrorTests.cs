using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.Package.Tests.Infrastructure;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Package.Tests.Errors;

/// <summary>Bad input gives one error, which names the file, the place, the cause and the mend, and gives nothing else.</summary>
[Collection(PackageTests.Name)]
public sealed partial class ErrorTests(PackedSdk sdk, ErrorFixture errors) : IClassFixture<ErrorFixture>
{
    /// <summary>The codes of the build's own errors, for each of which there is a page.</summary>
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs/rules"), "HCS09??.md")
            .Select(static path => Path.GetFileNameWithoutExtension(path)).Order(),
    ];

    /// <summary>The mistakes by their projects' names.</summary>
    public static TheoryData<string> Mistakes => [.. ErrorFixture.AllCases.Select(static mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_gives_one_error_that_says_where_why_and_what_to_do(string name)
    {
        ErrorCase mistake = ErrorFixture.AllCases.Single(found => found.Name == name);
        BuildDiagnostic[] found = errors.Output.Of(name);
        Assert.True(found.Length == 1, string.Join('\n', found.Select(static diagnostic => diagnostic.ToString())));

        BuildDiagnostic error = found[0];
        string place = error.Line == 0 ? error.File : string.Create(CultureInfo.InvariantCulture, $"{error.File}({error.Line})");
        Assert.Equal(("error", mistake.Code, mistake.Place), (error.Severity, error.Code, place));
        Assert.Contains(mistake.Cause, error.Text, StringComparison.Ordinal);
        Assert.Contains(mistake.Mend, error.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_of_an_error_shows_what_a_build_really_says(string code)
    {
        string page = File.ReadAllText(Repository.PathOf($"docs/rules/{code}.md")).ReplaceLineEndings("\n");
        string shown = Spaces().Replace(Message().Match(page).Groups["text"].Value, " ");
        Assert.Contains(shown, errors.Output.Diagnostics.Where(found => found.Code == code).Select(AtHome));
    }

    [Fact]
    public void No_mistake_brings_down_a_part_of_the_package()
    {
        // An analyzer or a generator that throws says so without a project's name in some hosts: look at everything.
        Assert.DoesNotContain("AD0001", errors.Output.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", errors.Output.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MSB4018", errors.Output.Text, StringComparison.Ordinal);
    }

    /// <summary>The message of a project as if it were where those of the pages are.</summary>
    private string AtHome(BuildDiagnostic found) => found.Text.Replace(
        Path.Combine(sdk.Root, found.Project), "/home/me/Kernel", StringComparison.Ordinal);

    [GeneratedRegex(@"^\S+ ?: error HCS\d+: (?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Message();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
