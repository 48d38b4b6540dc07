using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>Rules, their pages, the index of pages and the release tracking all say the same.</summary>
public sealed class RuleDocumentTests
{
    private static readonly Dictionary<string, DiagnosticDescriptor> Rules = AllRules.Make()
        .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
        .ToDictionary(static rule => rule.Id);

    public static TheoryData<string> Ids => [.. Rules.Keys.Order()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_title_and_every_section(string id)
    {
        string page = Resource.Read($"rules/{id}.md");

        Assert.StartsWith($"# {id}: {Rules[id].Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(
            ["## Cause", "## Why it is dangerous", "## How to fix it", "## When to suppress it"],
            page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_lists_a_rule_with_its_title_and_severity(string id) => Assert.Contains(
        $"| [{id}]({id}.md) | {Rules[id].Title} | {Rules[id].DefaultSeverity} |\n",
        Resource.Read("rules/README.md"),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Release_tracking_lists_a_rule(string id)
    {
        DiagnosticDescriptor rule = Rules[id];
        string row = $"{id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.HelpLinkUri})";

        Assert.Single(Resource.Names("releases/").SelectMany(static name => Resource.Read(name).Split('\n')), row);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_on_by_default_and_links_to_its_page(string id)
    {
        Assert.True(Rules[id].IsEnabledByDefault);
        Assert.Equal($"https://github.com/HypercallSdk/HypercallSdk/blob/main/docs/rules/{id}.md", Rules[id].HelpLinkUri);
    }

    /// <summary>The build's own errors, HCS09 and two digits, are the tests' of HypercallSdk.Build.</summary>
    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() => Assert.Equal(
        Rules.Keys.Append("README").Where(IsOfTheCompiler).Order(),
        Resource.Names("rules/").Select(static name => name["rules/".Length..^".md".Length]).Where(IsOfTheCompiler).Order());

    private static bool IsOfTheCompiler(string page) => !page.StartsWith("HCS09", StringComparison.Ordinal);
}
