using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>Each page of a rule about declarations begins with an example and with what the compiler really says of it.</summary>
public sealed partial class RulePageTests
{
    /// <summary>Rules of their own: one needs the operations that its example names, the other is about .editorconfig.</summary>
    private static readonly string[] Others = ["rules/HCS0025.md", "rules/HCS0026.md"];

    public static TheoryData<string> Pages =>
        [.. Resource.Names("rules/HCS000"), .. Resource.Names("rules/HCS001"), .. Resource.Names("rules/HCS002").Except(Others)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_example_yields_the_message(string page)
    {
        string id = page["rules/".Length..^".md".Length];
        string[] blocks = [.. Fence().Matches(Resource.Find(page)!).Select(static match => match.Groups["text"].Value)];
        BuildProperties properties = BuildProperties.Of("arm64", id == "HCS0015" ? null : "hvc");

        Diagnostic diagnostic = Assert.Single(await Rules.Judge(Guest.With("using HypercallSdk;\n" + blocks[0]), properties));

        Assert.Equal(
            string.Join(' ', blocks[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            $"error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        Assert.Equal(id, diagnostic.Id);
    }

    [GeneratedRegex("^```[a-z]*\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
