using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>
/// A long hypercall does not end at once: Xen sees that something waits, puts into the argument registers where to go on, and has
/// the trapping instruction executed again. QEMU's trace shows each time that it is.
/// </summary>
public sealed class ContinuationTests
{
    /// <summary>What waits is a timer: a call may end before it, and each run looks whether the results are whole.</summary>
    private const int Attempts = 10;

    [Theory]
    [InlineData(DomainKind.Dom0, "4.17")]
    [InlineData(DomainKind.DomU, "4.17")]
    [InlineData(DomainKind.Arm32DomU, "4.17")]
    [InlineData(DomainKind.Dom0, XenMachine.Debug)]
    [InlineData(DomainKind.DomU, XenMachine.Debug)]
    [InlineData(DomainKind.Arm32DomU, XenMachine.Debug)]
    public void A_call_that_Xen_interrupts_is_executed_again_and_gives_the_whole_result(DomainKind kind, string xen)
    {
        Assert.True(
            Enumerable.Range(0, Attempts).Any(_ => Run(kind, xen, "many", extents: 4096).All(static times => times > 1)),
            $"a call was not interrupted, in none of {Attempts} runs");
        Assert.Equal([1, 1, 1], Run(kind, xen, "few", extents: 1));
    }

    /// <summary>How often each of the guest's three calls trapped; between them it prints.</summary>
    private static int[] Run(DomainKind kind, string xen, string commandLine, int extents)
    {
        string trace = Path.GetTempFileName();
        try
        {
            XenRun run = XenMachine.Boot(
                kind, GuestImage.For(kind, "tests/guests/Continuations"), commandLine, xen: xen, trace: trace);

            // A debug Xen overwrites all of a multicall's entry but the result.
            int kept = xen == XenMachine.Debug ? 0 : extents;
            Assert.Equal(
                [
                    $"decrease_reservation {extents}",
                    $"populate_physmap {extents}",
                    $"pages that hold what is written {extents}",
                    "multicall 0",
                    $"calls that say Xen 4.17 {extents}",
                    $"entries that are as they were {kept}",
                ],
                run.GuestLines);
            int[] traps = TrapsInARow(File.ReadLines(trace));
            Assert.Equal(6, traps.Length);
            return [traps[0], traps[2], traps[4]];
        }
        finally
        {
            File.Delete(trace);
        }
    }

    // QEMU writes some lines for each exception; ELR is the address behind the instruction that trapped.
    private static int[] TrapsInARow(IEnumerable<string> trace)
    {
        List<int> rows = [];
        string last = "";
        bool isHypercall = false;
        foreach (string line in trace)
        {
            isHypercall = line.StartsWith("Taking exception", StringComparison.Ordinal)
                ? line.Contains("[Hypervisor Call]", StringComparison.Ordinal)
                : isHypercall;
            if (!isHypercall || !line.StartsWith("...with ELR", StringComparison.Ordinal))
            {
                continue;
            }

            if (line != last)
            {
                rows.Add(0);
            }

            rows[^1]++;
            last = line;
        }

        return [.. rows];
    }
}
