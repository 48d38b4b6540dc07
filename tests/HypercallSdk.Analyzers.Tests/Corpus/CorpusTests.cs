using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Testing;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.Analyzers.Tests.Corpus;

/// <summary>
/// Bugs that shipped are found where they are, and their mends are silent. A bug that is not found yet says so; the day a rule
/// finds it, its line is to be marked instead.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const string Page = "docs/corpus.md";

    public static TheoryData<string> Names => [.. CorpusCase.All.Select(static entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bug_is_found_where_it_is(string name)
    {
        CorpusCase entry = Get(name);

        Assert.Equal(entry.NotYet is null, entry.Expected.Any());
        Assert.Equal(entry.Expected.Order(StringComparer.Ordinal), await CorpusRun.Find(entry, "Bug"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_mend_is_silent(string name) => Assert.Empty(await CorpusRun.Find(Get(name), "Fix"));

    [Fact]
    public async Task The_page_has_the_table_of_the_run()
    {
        string[] rows = await Task.WhenAll(CorpusCase.All.Select(Row));
        string table = "| Bug | Where | What happened | Caught by |\n|---|---|---|---|\n" + string.Concat(rows);
        output.WriteLine(table);

        Assert.Contains(table, File.ReadAllText(Repository.PathOf(Page)), StringComparison.Ordinal);
    }

    private static CorpusCase Get(string name) => CorpusCase.All.Single(entry => entry.Name == name);

    private static async Task<string> Row(CorpusCase entry)
    {
        string[] ids = [.. (await CorpusRun.Find(entry, "Bug")).Select(static item => item[(item.LastIndexOf(' ') + 1)..]).Distinct()];
        string caught = ids.Length == 0 ? $"not yet: {entry.NotYet}" : string.Join(", ", ids.Select(Link));
        return $"| {entry.Name[..3]} | {entry.Where} | {entry.What} | {caught} |\n";
    }

    private static string Link(string id) =>
        id.StartsWith("HCS", StringComparison.Ordinal) ? $"[{id}](rules/{id}.md)" : $"does not compile: {id}";
}
