using System;
using System.Collections.Generic;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>Each conduit of x86 that QEMU can run, on real Xen, with calls of one to four arguments.</summary>
public sealed class ConduitTests
{
    private const string Guest = "tests/guests/Conduits";

    [Theory]
    [InlineData(DomainKind.PvDom0, "hypercall-page")]
    [InlineData(DomainKind.PvDom0, "syscall")]
    [InlineData(DomainKind.PvhDom0, "hypercall-page")]
    [InlineData(DomainKind.PvhDom0, "vmmcall")]
    public void Xen_is_given_every_argument_and_its_answer_comes_back(DomainKind kind, string conduit)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.OfX86(Guest, conduit));

        Assert.Equal(
            [
                "version 4.17",
                kind == DomainKind.PvDom0 ? "own page tables 0" : "own page tables -22", // only PV has such
                "page tables of a domain that there is not -3",
            ],
            run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    /// <summary>The controls: what traps is the conduit's own instruction, and each works only where it is allowed.</summary>
    [Theory]
    [InlineData(DomainKind.PvDom0, "vmmcall")]
    [InlineData(DomainKind.PvhDom0, "syscall")]
    public void The_other_guests_instruction_is_undefined(DomainKind kind, string conduit)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.OfX86(Guest, conduit));

        IReadOnlyList<string> lines = run.GuestLines;
        Assert.StartsWith("bare-metal: an undefined instruction, by the code at 0x", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(Verdict.Failed, run.Verdict);
    }
}
