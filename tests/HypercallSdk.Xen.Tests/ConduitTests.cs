using System;
using System.Collections.Generic;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>Each conduit that QEMU can run, on real Xen, with calls of one to four arguments.</summary>
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
            ["version 4.17", OwnPageTables(kind), OtherPageTables(kind)],
            run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    /// <summary>Stubs as bytes: constants among the guest's read-only data, which its page tables let it execute.</summary>
    [Theory]
    [InlineData(DomainKind.Dom0, "hvc")]
    [InlineData(DomainKind.DomU, "hvc")]
    [InlineData(DomainKind.PvDom0, "syscall")]
    [InlineData(DomainKind.PvhDom0, "vmmcall")]
    public void Stubs_that_are_data_trap_as_well(DomainKind kind, string conduit)
    {
        GuestImage image = conduit == "hvc" ? GuestImage.Of(Guest, "bytes") : GuestImage.OfX86(Guest, conduit, "bytes");

        XenRun run = XenMachine.Boot(kind, image);

        Assert.Equal(
            ["version 4.17", OwnPageTables(kind), OtherPageTables(kind)],
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

    /// <summary>Arm has no such hypercall; of x86's guests only PV has such page tables.</summary>
    private static string OwnPageTables(DomainKind kind) => "own page tables " + kind switch
    {
        DomainKind.PvDom0 => "0",
        DomainKind.PvhDom0 => "-22",
        _ => "-38",
    };

    private static string OtherPageTables(DomainKind kind) =>
        $"page tables of a domain that there is not {(kind is DomainKind.PvDom0 or DomainKind.PvhDom0 ? "-3" : "-38")}";
}
