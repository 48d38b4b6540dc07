using System;
using System.Collections.Generic;
using System.IO;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>The main job: one guest, on real Xen and on the simulator.</summary>
public sealed class GrantTableTests
{
    private static readonly string[] DomULines =
    [
        "GrantTable: Xen 4.17",
        "device tree",
        "  0x00038000000-0x00038ffffff    16 MiB  /hypervisor: for the grant table, region 0",
        "  0x00044000000-0x000ffffffff  3008 MiB  /hypervisor: extended, region 1",
        "  0x00200000000-0x0ffffffffff  1016 GiB  /hypervisor: extended, region 2",
        "  0x00040000000-0x00043ffffff    64 MiB  own memory",
        "grant table: version 1, 1 of 64 frames; frame 0 mapped at 0x38000000",
        "verified: GNTTABOP_setup_table names the same frame",
        "XENMEM_get_unallocated_space: Xen answers -38 (ENOSYS); falling back to the extended regions",
        "grant 8: own page 0x42000000 mapped at 0x44000000",
        "verified: it reads 0x1122334455667788 there",
        "memory map",
        "  0x00038000000-0x00038000fff     4 KiB  grant table, frame 0",
        "  0x00040000000-0x00043ffffff    64 MiB  own memory",
        "  0x00042000000-0x00042000fff     4 KiB  own page that is granted",
        "  0x00044000000-0x00044000fff     4 KiB  the same page, through grant 8",
        "GrantTable: done",
    ];

    private static readonly string[] Dom0Lines =
    [
        "GrantTable: Xen 4.17",
        "device tree",
        "  0x00040200000-0x0004023ffff   256 KiB  /hypervisor: for the grant table, region 0",
        "  0x00040400000-0x0006fffffff   764 MiB  /hypervisor: extended, region 1",
        "  0x00078000000-0x0007fffffff   128 MiB  /hypervisor: extended, region 2",
        "  0x00070000000-0x00077ffffff   128 MiB  own memory",
        "grant table: version 1, 1 of 64 frames; frame 0 mapped at 0x40200000",
        "verified: GNTTABOP_setup_table names the same frame",
        "XENMEM_get_unallocated_space: Xen answers -38 (ENOSYS); falling back to the extended regions",
        "grant 8: own page 0x74000000 mapped at 0x40400000",
        "verified: it reads 0x1122334455667788 there",
        "memory map",
        "  0x00040200000-0x00040200fff     4 KiB  grant table, frame 0",
        "  0x00070000000-0x00077ffffff   128 MiB  own memory",
        "  0x00074000000-0x00074000fff     4 KiB  own page that is granted",
        "  0x00040400000-0x00040400fff     4 KiB  the same page, through grant 8",
        "GrantTable: done",
    ];

    [Fact]
    public void On_real_Xen_as_domU() => AssertPrints(DomULines, XenMachine.Boot(DomainKind.DomU, GuestImage.Of("samples/GrantTable")));

    [Fact]
    public void On_real_Xen_as_dom0() => AssertPrints(Dom0Lines, XenMachine.Boot(DomainKind.Dom0, GuestImage.Of("samples/GrantTable")));

    /// <summary>x86 has no device tree and no region that Xen promises: the memory map's hole takes the frame and the mapping.</summary>
    [Theory]
    [InlineData(DomainKind.PvhDom0)]
    [InlineData(DomainKind.PvhDomU)]
    public void On_real_Xen_for_x86_a_PVH_guest_maps_its_grant_table_into_a_hole(DomainKind kind)
    {
        string[] lines =
        [
            "XENMEM_memory_map -> 0",
            "hole 0x0000000100000000",
            "holds 0xffffffffffffffff",
            "XENMEM_add_to_physmap grant_table 0 -> 0",
            "grant 8's flags 0x0000000000000000",
            "GNTTABOP_map_grant_ref -> 0",
            "status 0",
            "the page reads 0x1122334455667788",
            "GNTTABOP_unmap_grant_ref -> 0",
            "status 0",
        ];

        AssertPrints(lines, XenMachine.Boot(kind, GuestImage.Of("tests/guests/PvhGrantTable")));
    }

    [Fact]
    public void On_the_simulator_as_domU_it_prints_what_it_prints_on_real_Xen() => Assert.Equal(DomULines, Simulate());

    [Fact]
    public void On_the_simulator_as_dom0_it_prints_what_it_prints_on_real_Xen() =>
        Assert.Equal(Dom0Lines, Simulate("samples/GrantTable/machine/dom0.dtb", "--dom0"));

    [Fact]
    public void On_a_Xen_that_answers_the_proposed_query_it_takes_the_answer()
    {
        IReadOnlyList<string> lines = Simulate("--proposed");

        Assert.Contains("XENMEM_get_unallocated_space: Xen knows; the answer is used at once, before it is stale", lines);
        Assert.Equal("GrantTable: done", lines[^1]);
    }

    [Theory]
    [InlineData("domU")]
    [InlineData("dom0")]
    public void The_machines_binary_trees_are_made_of_their_sources(string machine)
    {
        string source = Repository.PathOf($"samples/GrantTable/machine/{machine}.dts");
        string made = Path.Combine(Path.GetTempPath(), $"{machine}-{Guid.NewGuid():N}.dtb");
        ProgramRun run = ProgramRun.Of("dtc", "-q", "-I", "dts", "-O", "dtb", "-o", made, source);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(File.ReadAllBytes(Path.ChangeExtension(source, ".dtb")), File.ReadAllBytes(made));
        File.Delete(made);
    }

    private static void AssertPrints(string[] expected, XenRun run)
    {
        Assert.Equal(expected, run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    /// <summary>What the README's command prints; the sample was built with the tests.</summary>
    private static string[] Simulate(params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of("dotnet", ["run", "--no-build", "--project", "samples/GrantTable", "--", .. arguments]);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return [.. run.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
