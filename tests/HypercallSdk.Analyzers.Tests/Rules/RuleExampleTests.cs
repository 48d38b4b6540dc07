using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>The pages' examples are reported in the very words of the pages, and what they say to do instead is not.</summary>
public sealed partial class RuleExampleTests
{
    private const string Returns = "bool";
    private const string Asks = "XenResult";

    /// <summary>What stands around a page's statements: what their method returns, its parameters, what comes before them and after.</summary>
    private static readonly Dictionary<string, (string Type, string Parameters, string Before, string After)> Frames = new()
    {
        ["HCS5001"] = (Returns, "GuestPhysicalAddress page, GrantRef reference, DomId domain, out GrantHandle handle", "handle = default; ", ""),
        ["HCS5002"] = (Returns, "GuestPhysicalAddress page, GrantRef reference, DomId domain", "", ""),
        ["HCS5003"] = (Returns, "Gfn frame, GrantRef reference, DomId domain", "GrantHandle handle; ", " return false;"),
        ["HCS5004"] = (Returns, "Gfn frame", "", " return true;"),
        ["HCS5005"] = (Returns, "GuestPhysicalAddress address, GrantRef reference, DomId domain", "", " return mapped.IsSuccess && status == GrantStatus.Okay;"),
        ["HCS5006"] = (Returns, "Gfn frame", "", " return populated.IsAll(1);"),
        ["HCS5008"] = (Returns, "Gfn first, uint count", "", " return true;"),
        ["HCS5009"] = (Returns, "Gfn early, Gfn late", "", ""),
        ["HCS6001"] = ("void", "byte[] line", "", ""),
        ["HCS6002"] = (Asks, "", "", ""),
        ["HCS6003"] = (Asks, "Gfn64 frame", "", ""),
        ["HCS6005"] = (Asks, "", "", " return result;"),
        ["HCS6006"] = (Returns, "UnallocatedRegion* regions", "", " return true;"),
    };

    public static TheoryData<string> Ids =>
    [
        .. Resource.Names("rules/HCS5").Concat(Resource.Names("rules/HCS6")).Select(static name => name["rules/".Length..^".md".Length]),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_page_s_example_is_reported_as_the_page_says(string id)
    {
        Diagnostic[] found = await Find(id, Blocks(id).First());

        Assert.Equal(Answer().Match(Resource.Read($"rules/{id}.md")).Groups[1].Value.Replace('\n', ' '), string.Join(' ', found.Select(Text)));
    }

    [Theory]
    [InlineData("HCS5008")]
    [InlineData("HCS5009")]
    [InlineData("HCS6001")]
    [InlineData("HCS6006")]
    [InlineData("HCS6007")]
    public async Task What_a_page_says_to_do_is_silent(string id) => Assert.Empty(await Find(id, Blocks(id).Last()));

    private static async Task<Diagnostic[]> Find(string id, string block)
    {
        string members = Frames.TryGetValue(id, out (string Type, string Parameters, string Before, string After) frame)
            ? $"static {frame.Type} Run({frame.Parameters}) {{ {frame.Before}{block}\n{frame.After} }}"
            : block;
        string source = $$"""
            using System;
            using System.Runtime.CompilerServices;
            using HypercallSdk;
            using HypercallSdk.Xen;
            public static unsafe class Guest
            {
                private const uint Magic = 0x1234;
                private static void Use(UnallocatedRegion* regions, uint count) { }
                {{members}}
            }
            """;
        (string, string)[] process = [("HypercallConduit", "privcmd"), ("HypercallGuest", "linux-dom0")];
        return [.. (await XenGuest.Diagnostics(source, block.Contains("privcmd", StringComparison.Ordinal) ? process : [])).Where(item => item.Id == id)];
    }

    private static IEnumerable<string> Blocks(string id) => Code().Matches(Resource.Read($"rules/{id}.md")).Select(static block => block.Groups[1].Value);

    private static string Text(Diagnostic item) => $"{item.Severity.ToString().ToLowerInvariant()} {item.Id}: {item.GetMessage(CultureInfo.InvariantCulture)}";

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("\n```\n((?:warning|info|error) HCS.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
