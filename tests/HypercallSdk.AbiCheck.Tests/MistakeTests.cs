using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Headers;
using HypercallSdk.AbiCheck.History;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Xunit;

namespace HypercallSdk.AbiCheck.Tests;

/// <summary>One mistake in the declarations, and exactly what is found then.</summary>
public sealed class MistakeTests
{
    private static readonly Lazy<DeclaredAbi> Sound = new(static () => Read());

    /// <summary>What is found where nothing was changed, by where was looked: nothing, as long as the other tests pass.</summary>
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> Before = [];

    [Theory]
    [InlineData( // an offset
        "4.17", "IGrantTableOp.cs", "XenResult DumpTable(DomId dom, out GrantStatus status)", "XenResult DumpTable(out GrantStatus status, DomId dom)",
        "gnttab_dump_table.dom: offset 2, 0 | gnttab_dump_table.status: offset 0, 2")]
    [InlineData( // a size, and with it what follows
        "4.17", "IGrantTableOp.cs", "XenResult DumpTable(DomId dom, out", "XenResult DumpTable(uint dom, out",
        "gnttab_dump_table.dom: size 4, 2 | gnttab_dump_table.status: offset 4, 2 | gnttab_dump_table: alignment 4, 2 | gnttab_dump_table: size 8, 4")]
    [InlineData("4.17", "GrantStatus.cs", ": short", ": ushort", "*sign 0, 1")]
    [InlineData("4.17", "IMemoryOp.cs", "int* errs", "Gfn* errs", "xen_add_to_physmap_batch.errs: size of what it points at 8, 4")]
    [InlineData("4.17", "IMemoryOp.cs", "u.foreign_domid", "foreign_domid", "xen_add_to_physmap_batch.foreign_domid: offset, absent | xen_add_to_physmap_batch.foreign_domid: sign, absent | xen_add_to_physmap_batch.foreign_domid: size, absent")]
    [InlineData("4.17", "GrantStatus.cs", "BadPage = -9", "BadPage = -19", "GNTST_bad_page: -19, -9")]
    [InlineData("4.17", "ISchedOp.cs", "[Hypercall(29, ", "[Hypercall(28, ", "__HYPERVISOR_sched_op: 28, 29")]
    [InlineData("4.17", "ISchedOp.cs", "SCHEDOP_yield", "SCHEDOP_yeild", "SCHEDOP_yeild: present, absent")]
    [InlineData( // a bit-field
        "4.17", "ProcessorFlags.cs", "[Bits(1)] uint bm_check", "[Bits(2)] uint bm_check",
        "*xen_processor_flags.bm_check: bits 1 to 2, 1 to 1")]
    [InlineData( // since, too late
        "4.17", "GrantStatus.cs", "Since = \"4.16\"", "Since = \"4.18\"", "GNTST_no_space: absent, present")]
    [InlineData( // since, missing
        "4.14", "GrantStatus.cs", ", Availability(Since = \"4.16\")", "", "GNTST_no_space: present, absent")]
    [InlineData( // until, too early
        "4.14", "GrantMapFlags.cs", "Until = \"4.15\"", "Until = \"4.13\"", "GNTMAP_can_fail: absent, present")]
    [InlineData( // until, missing
        "4.17", "GrantMapFlags.cs", ", Availability(Until = \"4.15\")", "", "GNTMAP_can_fail: present, absent")]
    [InlineData( // a value that was another one
        "4.17", "MemoryAccess.cs", ", FormerNumber(10, \"4.19\")", "", "XENMEM_access_default: 11, 10")]
    [InlineData("4.20", "MemoryAccess.cs", "FormerNumber(10, \"4.19\")", "FormerNumber(10, \"4.20\")", "XENMEM_access_default: 10, 11")]
    public void The_headers_show_a_mistake(string release, string file, string old, string mistaken, string expected)
    {
        XenHeaders headers = XenHeaders.Fetch(release);
        AssertFound(release, expected, new SourceEdit(file, old, mistaken), declared => HeaderCheck.Of(declared, headers).Findings);
    }

    [Theory]
    [InlineData("BuildIdBuffer.cs", "uint len, ", "ulong len, ", "xen_build_id.buf: 0 bytes at 8, 0 bytes at 4 | xen_build_id.len: 8 bytes at 0, 4 bytes at 0 | xen_build_id: size 8, 4")]
    [InlineData("BuildIdBuffer.cs", "uint len, ", "", "xen_build_id.buf: 0 bytes at 0, 0 bytes at 4 | xen_build_id.len: absent, 4 bytes at 0 | xen_build_id: size 0, 4")]
    [InlineData("BuildIdBuffer.cs", "uint len, ", "uint length, ", "xen_build_id.len: absent, 4 bytes at 0 | xen_build_id.length: 4 bytes at 0, absent")]
    public void The_newest_layouts_show_a_mistake(string file, string old, string mistaken, string expected) =>
        AssertFound("layouts", expected, new SourceEdit(file, old, mistaken), static declared => LayoutCheck.Of(declared).Findings);

    [Theory]
    [InlineData(
        "MemorySharingCommand.cs", "\"XENMEM_sharing_op_audit\"), Availability(Since = \"4.2\")", "\"XENMEM_sharing_op_audit\"), Availability(Since = \"4.3\")",
        "XENMEM_sharing_op_audit: since 4.3, since 4.2")]
    [InlineData("GrantMapFlags.cs", "Until = \"4.15\"", "Until = \"4.14\"", "GNTMAP_can_fail: until 4.14, until 4.15")]
    [InlineData("BuildIdBuffer.cs", ", Availability(Since = \"4.7\")", "", "xen_build_id: since ever, since 4.7")]
    [InlineData("IMemoryOp.cs", "HypercallOp(15, ", "HypercallOp(16, ", "*XENMEM_remove_from_physmap: 16, 15")]
    [InlineData("MemorySharingCommand.cs", "FormerNumber(8, \"4.5\")", "FormerNumber(8, \"4.4\")", "XENMEM_sharing_op_audit: 7, 8")]
    [InlineData("ISchedOp.cs", "[Hypercall(29, ", "[Hypercall(28, ", "*SCHEDOP_yield: hypercall 28, 29")]
    public void History_shows_a_mistake(string file, string old, string mistaken, string expected) =>
        AssertFound("history", expected, new SourceEdit(file, old, mistaken), static declared => HistoryCheck.Of([declared]));

    [Fact]
    public void The_headers_show_a_value_that_neither_a_release_nor_its_updates_have()
    {
        SourceEdit mistake = new("ArmProgramStatus.cs", "FormerNumber(453, \"4.22\", UpdatedSince = \"4.20\")", "FormerNumber(454, \"4.22\")");
        DeclaredAbi declared = DeclaredAbi.Read(GuestSources.OfRepository([mistake]), AbiKind.Arm64);

        Finding finding = Assert.Single(HeaderCheck.Of(declared, XenHeaders.Fetch("4.20")).Findings);
        Assert.Equal(("PSR_GUEST64_INIT", "454"), (finding.Subject, finding.Ours));
    }

    [Theory]
    [InlineData(18, new long[] { 1 })]
    [InlineData(19, new long[] { 2 })]
    [InlineData(20, new long[] { 2, 3 })]
    [InlineData(22, new long[] { 2, 3 })]
    [InlineData(23, new long[] { 3 })]
    public void A_release_whose_updates_changed_a_value_has_two(int minor, long[] expected)
    {
        FormerValue[] former = [new(1, new XenRelease(4, 18), null), new(2, new XenRelease(4, 22), new XenRelease(4, 20))];
        DeclaredConstant constant = new("A", 3, new EquatableArray<FormerValue>(former), Availability.Everywhere, "A.cs");

        Assert.Equal(expected.Select(static value => (Int128)value), constant.ValuesIn(new XenRelease(4, minor)));
    }

    [Fact]
    public void What_is_not_declared_is_missing()
    {
        XenHeaders headers = XenHeaders.Fetch("4.20");
        string[] Missing(DeclaredAbi declared) => [.. Coverage.CoverageCheck.Of([declared], headers).SelectMany(static row => row.Missing)];
        DeclaredAbi whole = Sound.Value;
        DeclaredAbi without = whole with
        {
            Constants = [.. whole.Constants.Where(static constant => constant.CName != "GNTTABOP_transfer")],
            Records = [.. whole.Records.Where(static record => record.CName != "gnttab_transfer")],
        };

        Assert.Equal(
            ["GNTTABOP_transfer", "GNTTABOP_transfer", "gnttab_transfer"],
            Missing(without).Order(StringComparer.Ordinal).Except(Missing(whole)).SelectMany(name => Missing(without).Where(other => other == name)));
    }

    /// <param name="where">Where is looked.</param>
    /// <param name="expected">The findings, parted by bars; with an asterisk before it, how one of them ends.</param>
    /// <param name="mistake">The mistake.</param>
    /// <param name="findings">Looks there.</param>
    private static void AssertFound(
        string where, string expected, SourceEdit mistake, Func<DeclaredAbi, IEnumerable<Finding>> findings)
    {
        IReadOnlySet<string> before = Before.GetOrAdd(where, _ => findings(Sound.Value).Select(Text).ToHashSet());
        string[] found = [.. findings(Read(mistake)).Select(Text).Distinct().Where(text => !before.Contains(text)).Order(StringComparer.Ordinal)];

        if (expected is ['*', .. string part])
        {
            Assert.Contains(found, text => text.EndsWith(part, StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(expected, string.Join(" | ", found));
        }
    }

    private static string Text(Finding finding) => $"{finding.Subject}: {finding.Ours}, {finding.Theirs}";

    private static DeclaredAbi Read(params IReadOnlyList<SourceEdit> edits) => DeclaredAbi.Read(GuestSources.OfRepository(edits), AbiKind.X86_64);
}
