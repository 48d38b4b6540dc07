using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Answers;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>
/// Every operation that is declared, called once on real Xen. What it answers is a committed table, and must be what the declared
/// availability says. Set HYPERCALL_WRITE_GOLDEN=1 to rewrite the table instead of comparing with it.
/// </summary>
public sealed class AnswerTests
{
    private const string WriteVariable = "HYPERCALL_WRITE_GOLDEN";

    private static readonly Lazy<IReadOnlyDictionary<int, string>> Errors = new(static () => ErrorNames.Of(Sources()));

    /// <summary>The names of the kinds of guest.</summary>
    public static TheoryData<string> Kinds => [.. KindOfGuest.All.Select(static kind => kind.Name)];

    [Fact]
    public void Real_Xen_answers_what_the_table_says()
    {
        foreach (IGrouping<string, KindOfGuest> table in KindOfGuest.All.GroupBy(static kind => kind.Table))
        {
            string answers = AnswerTable.Write(Heading(table.Key), [.. table.Select(static kind => (kind.Name, Ask(kind)))]);
            if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
            {
                File.WriteAllText(AnswerTable.PathOf(table.Key), answers);
            }

            Assert.Equal(File.ReadAllText(AnswerTable.PathOf(table.Key)), answers);
        }
    }

    /// <summary>One table is enough for Arm: neither the registers' width nor the structs' padding changes an answer.</summary>
    [Theory]
    [InlineData(DomainKind.Dom0, DomainKind.Arm32Dom0)]
    [InlineData(DomainKind.DomU, DomainKind.Arm32DomU)]
    public void A_32_bit_guest_is_answered_what_a_64_bit_guest_is(DomainKind wide, DomainKind narrow)
    {
        XenRun run = Run(narrow);

        Assert.Equal(Run(wide).GuestLines, run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Xen_has_what_is_declared_as_available_and_no_more(string kind) => AssertFaults([], FaultsOf(kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_known_answer_is_needed(string kind) =>
        Assert.Empty(CheckOf(kind).UnusedOf(KnownAnswer.ToUnavailable).Concat(CheckOf(kind).UnusedOf(KnownAnswer.ToConfigured)));

    [Theory]
    [InlineData(
        "SCHEDOP_yield\")]", "SCHEDOP_yield\"), Availability(Abis = HypercallAbis.X86)]",
        "sched_op SCHEDOP_yield: declared as unavailable to domU, but Xen answers 0")]
    [InlineData(
        "SCHEDOP_yield\")]", "SCHEDOP_yield\"), Availability(Since = \"4.18\")]",
        "sched_op SCHEDOP_yield: declared as unavailable to domU, but Xen answers 0")]
    [InlineData(
        "SCHEDOP_yield\")]", "SCHEDOP_yield\"), Availability(Guests = HypercallGuests.ArmDom0)]",
        "sched_op SCHEDOP_yield: declared as unavailable to domU, but Xen answers 0")]
    [InlineData(
        "    [HypercallOp(0, \"SCHEDOP_yield\")]",
        "    [HypercallOp(99, \"SCHEDOP_rest\")]\n    XenResult Rest();\n\n    [HypercallOp(0, \"SCHEDOP_yield\")]",
        "sched_op SCHEDOP_rest: neither called nor listed as not called")]
    public void A_wrong_declaration_is_reported_and_nothing_else(string old, string mistake, string fault) =>
        AssertFaults([fault], FaultsOf("domU", new SourceEdit("ISchedOp.cs", old, mistake)));

    [Fact]
    public void An_operation_that_Xen_lacks_is_reported_if_it_is_declared_for_everybody() => AssertFaults(
        ["xen_version XENVER_extraversion2: declared as available to dom0, but Xen answers -ENOSYS"],
        FaultsOf("dom0", new SourceEdit("IXenVersion.cs", "extraversion2\"), Availability(Since = \"4.20\")]", "extraversion2\")]")));

    private static void AssertFaults(string[] expected, IReadOnlyList<string> faults) =>
        Assert.True(faults.SequenceEqual(expected), string.Join('\n', faults.DefaultIfEmpty("no fault is reported")));

    private static IReadOnlyList<string> FaultsOf(string kind, params SourceEdit[] mistakes) =>
        CheckOf(kind).FaultsOf(DeclaredOperation.Of(Sources(mistakes), KindOfGuest.Of(kind).Abi));

    private static GuestSources Sources(params SourceEdit[] mistakes) => new(
        Repository.PathOf("src/HypercallSdk.Support"), Repository.PathOf("src/HypercallSdk.Xen"), mistakes);

    private static AnswerCheck CheckOf(string name)
    {
        KindOfGuest kind = KindOfGuest.Of(name);
        return new AnswerCheck(kind, AnswerTable.Read(kind.Table, kind.Name), NotCalled.Read());
    }

    private static IReadOnlyList<Answer> Ask(KindOfGuest kind)
    {
        XenRun run = Run(kind.Domain);
        Assert.True(run.Verdict == Verdict.Passed, run.Explanation + string.Join('\n', run.GuestLines.TakeLast(3)));
        return Answer.Read(run.GuestLines, Errors.Value);
    }

    private static XenRun Run(DomainKind domain) => XenMachine.Boot(domain, GuestImage.For(domain, "tests/guests/Answers"));

    private static string Heading(string table) =>
        $"What Xen answers to every operation that is declared, as tests/guests/Answers asks it: {table}, Debian's build.\n"
        + "AnswerTests compares with it; HYPERCALL_WRITE_GOLDEN=1 rewrites it.";
}
