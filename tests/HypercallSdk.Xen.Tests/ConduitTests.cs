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
    [InlineData(DomainKind.PvhDomU, "hypercall-page")]
    [InlineData(DomainKind.PvhDomU, "vmmcall")]
    public void Xen_is_given_every_argument_and_its_answer_comes_back(DomainKind kind, string conduit)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.OfX86(Guest, conduit));

        AssertAnswers(kind, run);
    }

    [Theory]
    [InlineData(DomainKind.Dom0, "4.17")]
    [InlineData(DomainKind.DomU, "4.17")]
    [InlineData(DomainKind.Arm32Dom0, "4.17")]
    [InlineData(DomainKind.Arm32DomU, "4.17")]
    [InlineData(DomainKind.Arm32Dom0, XenMachine.Debug)]
    public void Xen_on_Arm_is_given_every_argument_and_its_answer_comes_back(DomainKind kind, string xen) =>
        AssertAnswers(kind, XenMachine.Boot(kind, GuestImage.For(kind, Guest), xen: xen));

    /// <summary>Stubs as bytes: constants among the guest's read-only data, which its page tables let it execute.</summary>
    [Theory]
    [InlineData(DomainKind.Dom0, "hvc")]
    [InlineData(DomainKind.DomU, "hvc")]
    [InlineData(DomainKind.PvDom0, "syscall")]
    [InlineData(DomainKind.PvhDom0, "vmmcall")]
    public void Stubs_that_are_data_trap_as_well(DomainKind kind, string conduit)
    {
        GuestImage image = conduit == "hvc" ? GuestImage.Of(Guest, "bytes") : GuestImage.OfX86(Guest, conduit, "bytes");

        AssertAnswers(kind, XenMachine.Boot(kind, image));
    }

    /// <summary>Its builder calls operations whose structs are other ones in each of these.</summary>
    [Theory]
    [InlineData("4.14")]
    [InlineData("4.17")]
    [InlineData("4.20")]
    public void A_PVH_domU_runs_on_every_release(string release)
    {
        XenRun run = XenMachine.Boot(DomainKind.PvhDomU, GuestImage.OfX86(Guest), xen: release);

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

    /// <summary>
    /// Of x86's guests only PV has page tables of the kind that is asked for, and Arm has no such hypercall; Xen shows its file system
    /// to the control domain only.
    /// </summary>
    private static void AssertAnswers(DomainKind kind, XenRun run)
    {
        bool isX86 = kind is DomainKind.PvDom0 or DomainKind.PvhDom0 or DomainKind.PvhDomU;
        bool isControl = kind is not (DomainKind.DomU or DomainKind.Arm32DomU or DomainKind.PvhDomU);

        Assert.Equal(
            [
                "version 4.17",
                $"own page tables {(kind == DomainKind.PvDom0 ? 0 : isX86 ? -22 : -38)}",
                $"page tables of a domain that there is not {(isX86 ? -3 : -38)}",
                $"hypfs's root into 8 bytes {(isControl ? -22 : -1)}", // no entry fits
                $"hypfs's root into 512 bytes {(isControl ? 0 : -1)}",
            ],
            run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }
}
