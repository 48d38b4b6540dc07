using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Answers;
using HypercallSdk.Xen.Tests.Machine;
using HypercallSdk.Xen.Tests.Violations;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>
/// What the rules warn of, done on real Xen: what comes of it is a committed table, of which each rule's page has its part, and the very
/// code that did it is what the compiler warns of. Set HYPERCALL_WRITE_GOLDEN=1 to rewrite tables and pages instead of comparing.
/// </summary>
public sealed class ViolationTests
{
    /// <summary>Its rule speaks in a project for PV guests only, and one image is for all guests on x86.</summary>
    private static readonly string[] OfOtherProjects = ["HCS2009"];

    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("HYPERCALL_WRITE_GOLDEN") == "1";

    private static readonly Lazy<IReadOnlyDictionary<int, string>> Errors = new(static () => ErrorNames.Of(
        new GuestSources(Repository.PathOf("src/HypercallSdk.Support"), Repository.PathOf("src/HypercallSdk.Xen"), [])));

    /// <summary>The ABIs that guests run by.</summary>
    public static TheoryData<string> Abis => [.. ObservationTable.Abis];

    /// <summary>The rules that have a page.</summary>
    public static TheoryData<string> Rules => [.. RulePage.Rules];

    [Theory]
    [MemberData(nameof(Abis))]
    public void Real_Xen_does_what_the_table_says(string abi)
    {
        string seen = ObservationTable.Write(
            $"What comes of violations of the rules, as tests/guests/Violations commits them, by {abi} on Debian's builds of Xen.\n"
            + "ViolationTests compares with it; HYPERCALL_WRITE_GOLDEN=1 rewrites it.",
            [.. ViolatingGuest.All.Where(guest => guest.Abi == abi).SelectMany(RunsOf)]);
        if (Rewrites)
        {
            File.WriteAllText(ObservationTable.PathOf(abi), seen);
        }

        Assert.Equal(File.ReadAllText(ObservationTable.PathOf(abi)), seen);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rules_page_has_what_was_seen_and_nothing_else(string rule)
    {
        string committed = File.ReadAllText(RulePage.PathOf(rule));
        string page = RulePage.With(
            committed, [.. ObservationTable.Abis.SelectMany(ObservationTable.Read).Where(row => row.Observation.Rule == rule)]);
        if (Rewrites)
        {
            File.WriteAllText(RulePage.PathOf(rule), page);
        }

        Assert.Equal(page, Rewrites ? page : committed);
    }

    /// <summary>What stands in the table for an ABI was compiled for it: there the compiler must say so.</summary>
    [Theory]
    [MemberData(nameof(Abis))]
    public void The_compiler_warns_of_that_very_code(string abi)
    {
        IReadOnlyList<(string Rule, string File, int Line)> reports = Compile(abi);

        Assert.Empty(
            from paragraph in Seen(abi)
            from rule in paragraph.Rules.Where(IsOfTheCompiler)
            where !reports.Any(report => report.Rule == rule && paragraph.Holds(report))
            select $"{paragraph.File}({paragraph.First}): {rule} is not reported");
    }

    /// <summary>Where a rule has come to tell what none could, its id belongs in the place of the catalogue's entry.</summary>
    [Theory]
    [MemberData(nameof(Abis))]
    public void No_rule_warns_of_what_is_said_to_have_none(string abi)
    {
        IReadOnlyList<(string Rule, string File, int Line)> reports = Compile(abi);

        Assert.Empty(
            from paragraph in Seen(abi).Where(static paragraph => !paragraph.Rules.Any(IsARule))
            from report in reports.Where(report => IsARule(report.Rule) && paragraph.Holds(report))
            select $"{report.File}({report.Line}): {report.Rule} is reported; write it there instead of {string.Join(", ", paragraph.Rules)}");
    }

    [Fact]
    public void Everything_that_the_guest_can_print_is_in_a_table() => Assert.Empty(
        ViolationSource.All.SelectMany(static paragraph => paragraph.Lines).Except(ObservationTable.Abis.SelectMany(LinesOf)));

    private static bool IsARule(string name) => name.StartsWith("HCS", StringComparison.Ordinal);

    private static bool IsOfTheCompiler(string name) => IsARule(name) && !OfOtherProjects.Contains(name);

    private static IEnumerable<ViolationSource> Seen(string abi)
    {
        HashSet<string> lines = [.. LinesOf(abi)];
        return ViolationSource.All.Where(paragraph => paragraph.Lines.Any(lines.Contains));
    }

    private static IEnumerable<string> LinesOf(string abi) =>
        ObservationTable.Read(abi).Select(static row => $"{row.Observation.Rule} {row.Observation.Done}");

    // The log is of the image's last compilation.
    private static IReadOnlyList<(string Rule, string File, int Line)> Compile(string abi)
    {
        _ = GuestImage.For(ViolatingGuest.All.First(guest => guest.Abi == abi).Domain, ViolatingGuest.Project);
        return CompilerLog.Of(abi);
    }

    private static IEnumerable<(string Guest, string Release, IReadOnlyList<Observation> Seen)> RunsOf(ViolatingGuest guest)
    {
        GuestImage image = GuestImage.For(guest.Domain, ViolatingGuest.Project);
        foreach (string release in guest.Releases)
        {
            XenRun run = XenMachine.Boot(guest.Domain, image, xen: release);
            Assert.True(run.Verdict == Verdict.Passed, $"{guest.Name} on {release}: {run.Explanation}{string.Join('\n', run.GuestLines.TakeLast(3))}");
            yield return (guest.Name, release, [.. run.GuestLines.Select(static line => Observation.Read(line, Errors.Value))]);
        }
    }
}
