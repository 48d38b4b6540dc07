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
    [InlineData(DomainKind.PvhDomU, "hypercall-page")]
    [InlineData(DomainKind.PvhDomU, "vmmcall")]
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

    /// <summary>Its builder calls operations whose structs are other ones in each of these.</summary>
    [Theory]
    [InlineData("4.14")]
    [InlineData("4.17")]
    [InlineData("4.20")]
    public void A_PVH_domU_runs_on_every_release(string release)
    {
        XenRun run = XenMachine.Boot(DomainKind.PvhDomU, GuestImage.OfX86(Guest), release: release);

        Assert.Equal($"version {release}", run.GuestLines[0]);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    /// <summary>The controls: what traps is the conduit's own instruction, and each works only where it is allowed.</summary>
    [Theory]
    [InlineData(DomainKind.PvDom0, "vmmcall")]
    [InlineData(DomainKind.PvhDom0, "syscall")]
    [InlineData(DomainKind.PvhDomU, "syscall")]
    public void The_other_guests_instruction_is_undefined(DomainKind kind, string conduit)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.OfX86(Guest, conduit));

        IReadOnlyList<string> lines = run.GuestLines;
        Assert.StartsWith("bare-metal: an undefined instruction, by the code at 0x", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(Verdict.Failed, run.Verdict);
    }
}
