using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>What real Xen does where the analyzer warns.</summary>
public sealed class ExperimentTests
{
    [Theory]
    [InlineData(DomainKind.Dom0)]
    [InlineData(DomainKind.DomU)]
    public void Xen_answers_0_to_a_grant_frame_over_own_RAM_and_the_page_is_lost(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.Of("tests/guests/Experiments"));

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
}
