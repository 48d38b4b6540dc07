using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>Where frames come from: the device tree, Xen, and the guest's own memory.</summary>
public sealed class SourceTests
{
    private const string Members = """
        static HypervisorRegions regions;
        static MemoryBanks banks;
        static IXenOp xen => null!;
        const HypercallSdk.Xen.MapSpace GrantTable = HypercallSdk.Xen.MapSpace.GrantTable;
        const HypercallSdk.Xen.MapSpace SharedInfo = HypercallSdk.Xen.MapSpace.SharedInfo;
        """;

    [Theory]
    [InlineData("memory.Map({|HCS2006:banks.Get(0).FirstFrame|});")]
    [InlineData("AddressRange own = banks.Get(0); memory.Map({|HCS2006:(own.Start + own.Size / 2).Frame|});")]
    [InlineData("int own = 0; memory.Map({|HCS2006:new GuestPhysicalAddress((ulong)&own).Frame|});")]
    [InlineData("byte* page = stackalloc byte[8192]; memory.Map({|HCS2006:new Gfn(((ulong)page + 4095) >> 12)|});")]
    [InlineData("byte[] pages = new byte[8192]; fixed (byte* page = pages) { memory.MapAt({|HCS2006:new GuestPhysicalAddress((ulong)page)|}); }")]
    [InlineData("Gfn f = given; xen.Populate(&f, 1); memory.Map({|HCS2006:f|});")]
    [InlineData("Gfn f = banks.Get(0).FirstFrame; if (condition) { xen.Decrease(&f, 1); } memory.Map({|HCS2006:f|});")]
    [InlineData("Gfn f = banks.Get(0).FirstFrame; memory.Map({|HCS2006:f|}); xen.Decrease(&f, 1);")]
    public Task Own_memory_is_flagged(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("Gfn f = banks.Get(0).FirstFrame; xen.Decrease(&f, 1); memory.Map(f);")]
    [InlineData("Gfn f = any; xen.Decrease(&f, 1); memory.Map(f + 1);")]
    [InlineData("Gfn f = any; XenOp.Decrease(&f, 1); memory.Map(f);")]
    [InlineData("Gfn f = any; default(XenOp.Direct).Decrease(&f, 1); memory.Map(f);")]
    [InlineData("Gfn* fs = stackalloc Gfn[2]; fs[0] = any; fs[1] = any; xen.Decrease(fs, 2); memory.MapAll(fs); memory.Map(fs[1]);")]
    [InlineData("Gfn[] fs = { any }; fixed (Gfn* p = fs) { xen.Decrease(p, 1); } memory.Map(fs[0]);")]
    [InlineData("Gfn f = new(0x40000); xen.Decrease(&f, 1); memory.Map(f);")]
    [InlineData("memory.Unmap(banks.Get(0).FirstFrame);")]
    public Task Memory_that_was_given_back_is_silent(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("memory.Map(regions.GetRegion(0).FirstFrame);")]
    [InlineData("memory.Map(regions.GetRegion((uint)number).FirstFrame + 7);")]
    [InlineData("AddressRange range = regions.GetRegion(1); memory.MapAt(range.Start); memory.MapAt(range.End - 4096);")]
    [InlineData("AddressRange range = default; for (uint i = 1; i < regions.Count; i++) { range = regions.GetRegion(i); } memory.Map(range.FirstFrame);")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); memory.Map(r.start_gpfn); memory.Map(r.start_gpfn + 1);")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); for (ulong i = 0; i < 3; i++) { xen.Add(GrantTable, r.start_gpfn + i); }")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); xen.Remove(any); memory.Map(r.start_gpfn);")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Add(GrantTable, given); xen.Query(&r); memory.Map(r.start_gpfn);")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); xen.Add(GrantTable, given); xen.Query(&r); memory.Map(r.start_gpfn);")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion* r = stackalloc HypercallSdk.Xen.UnallocatedRegion[4]; xen.Query(r); memory.Map(r[number].start_gpfn);")]
    public Task What_the_device_tree_or_xen_says_is_silent(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("memory.MapAt({|HCS2005:regions.GetRegion(1).End|});")]
    [InlineData("memory.Map({|HCS2005:regions.GetRegion(1).End.Frame|});")]
    [InlineData("memory.Map({|HCS2005:new Gfn(regions.GetRegion(1).Size)|});")]
    [InlineData("Gfn f = given; xen.Setup(&f); memory.Map({|HCS2005:f|});")]
    public Task What_only_looks_like_it_is_flagged(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); xen.Add(GrantTable, given); memory.Map({|HCS2007:r.start_gpfn|});")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); Gfn f = r.start_gpfn; xen.Grant(given.Address); memory.Map({|HCS2007:f|});")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); Gfn own = any; xen.Populate(&own, 1); memory.Map({|HCS2007:r.start_gpfn|});")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion r; xen.Query(&r); while (condition) { memory.Map({|HCS2007:r.start_gpfn|}); xen.Grant(given.Address); }")]
    [InlineData("HypercallSdk.Xen.UnallocatedRegion* r = (HypercallSdk.Xen.UnallocatedRegion*)number; xen.Query(r); xen.Add(GrantTable, given); memory.Map({|HCS2007:r->start_gpfn|});")]
    public Task An_answer_that_is_out_of_date_is_flagged(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("xen.Add(SharedInfo, {|HCS2008:regions.GetRegion(0).FirstFrame|});")]
    [InlineData("xen.Grant({|HCS2008:regions.GetRegion(0).Start|});")]
    [InlineData("xen.Add(GrantTable, {|HCS2008:regions.GetRegion(1).FirstFrame|});")]
    [InlineData("XenOp.Add(GrantTable, {|HCS2008:regions.GetRegion(2).FirstFrame + 1|});")]
    [InlineData("xen.Add(GrantTable, {|HCS2008:new Gfn(0x44000)|});")]
    [InlineData("xen.Add(SharedInfo, {|HCS2008:new Gfn(0x38000)|});")]
    public Task A_region_of_something_else_is_flagged(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("xen.Add(GrantTable, regions.GetRegion(0).FirstFrame);")]
    [InlineData("xen.Add(SharedInfo, regions.GetRegion(1).FirstFrame);")]
    [InlineData("xen.Grant(regions.GetRegion(1).Start);")]
    [InlineData("xen.Add(GrantTable, regions.GetRegion((uint)number).FirstFrame);")]
    [InlineData("xen.Add((HypercallSdk.Xen.MapSpace)number, regions.GetRegion(0).FirstFrame);")]
    [InlineData("xen.Add(GrantTable, new Gfn(0x38000)); xen.Add(SharedInfo, new Gfn(0x44000));")]
    [InlineData("xen.Add(GrantTable, condition ? given : regions.GetRegion(1).FirstFrame);")]
    [InlineData("memory.Map(regions.GetRegion(0).FirstFrame);")]
    public Task Each_region_for_its_own_is_silent(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("pv", true)]
    [InlineData("pvh", false)]
    [InlineData("arm-domU", false)]
    public Task A_pv_guest_cannot_add_to_the_physmap(string guest, bool isFlagged)
    {
        GuestTest<MapTargetAnalyzer> test = new()
        {
            Map = GuestSource.Map,
            Guest = GuestSource.Method("xen.Add(GrantTable, {|#0:given|}); xen.Remove(given); memory.Map(given);", Members),
        };
        if (isFlagged)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("HCS2009", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "A PV guest has no guest physical address space: XENMEM_add_to_physmap answers it -EACCES (-13), always. "
                + "It maps machine frames by its page tables."));
        }

        return test.With("HypercallGuest", guest).Run();
    }

    [Fact]
    public Task Map_targets_of_a_pv_guest_are_no_frames() => new GuestTest<MapTargetAnalyzer>
    {
        Guest = GuestSource.Method("xen.Grant(any.Address); int own = 0; xen.Grant(new GuestPhysicalAddress((ulong)&own));", Members),
    }.With("HypercallGuest", "pv").Run();
}
