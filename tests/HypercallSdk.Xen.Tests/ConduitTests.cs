using System;
using System.Collections.Generic;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>Each conduit that QEMU can run, on real Xen, with calls of one to five arguments.</summary>
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
                "hypfs's root into 8 bytes -22", // no entry fits
                "hypfs's root into 512 bytes 0",
            ],
            run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    /// <summary>Arm's conduits; it has no hypercall for page tables, and Xen shows its file system to the control domain only.</summary>
    [Theory]
    [InlineData(DomainKind.Dom0, "4.17", -22, 0)]
    [InlineData(DomainKind.DomU, "4.17", -1, -1)]
    [InlineData(DomainKind.Arm32Dom0, "4.17", -22, 0)]
    [InlineData(DomainKind.Arm32DomU, "4.17", -1, -1)]
    [InlineData(DomainKind.Arm32Dom0, XenMachine.Debug, -22, 0)]
    public void Xen_on_Arm_is_given_every_argument_and_its_answer_comes_back(DomainKind kind, string xen, int tooSmall, int read)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, Guest), xen: xen);

        Assert.Equal(
            [
                "version 4.17",
                "own page tables -38",
                "page tables of a domain that there is not -38",
                $"hypfs's root into 8 bytes {tooSmall}",
                $"hypfs's root into 512 bytes {read}",
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
