using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>What real Xen does where the analyzer warns.</summary>
public sealed class ExperimentTests
{
    [Theory]
    [InlineData(DomainKind.Dom0)]
    [InlineData(DomainKind.DomU)]
    [InlineData(DomainKind.Arm32DomU)]
    public void Xen_answers_0_to_a_grant_frame_over_own_RAM_and_the_page_is_lost(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, "tests/guests/Experiments"));

        Assert.Equal(
            [
                "== a grant frame over the guest's own RAM",
                "own page: 0x1122334455667788",
                "XENMEM_add_to_physmap grant_table 0 at its frame -> 0",
                "own page: 0x0000000000000000",
                "XENMEM_remove_from_physmap its frame -> 0",
                "own page: aborts",
            ],
            run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    [Fact]
    public void That_very_call_is_what_the_analyzer_warns_of()
    {
        // The compiler's log of the last build, which keeps what the source suppresses.
        string log = Repository.PathOf("artifacts/obj/Experiments/debug/Experiments.sarif");

        Assert.Equal(2, Warnings(log).Count(static warning => warning.Contains("the guest's own RAM", StringComparison.Ordinal)));
    }

    /// <summary>The messages of HCS2002, which the source suppresses and the compiler's log keeps.</summary>
    private static string[] Warnings(string log)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(log));
        return
        [
            .. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(static result => result.GetProperty("ruleId").GetString() == "HCS2002")
                .Select(static result => result.GetProperty("message").GetProperty("text").GetString()!),
        ];
    }
}
