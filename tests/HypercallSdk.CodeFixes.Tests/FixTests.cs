using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.CodeFixes.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace HypercallSdk.CodeFixes.Tests;

/// <summary>Each fix leaves source without the mistake, that compiles and of which everything is emitted.</summary>
public sealed class FixTests
{
    private const string Map = "public class A { void Map([MapTarget] Gfn f) { } ";

    private const string Regions = "public enum Space { GrantTable, SharedInfo } public class A { void Map(Space s, [MapTarget] Gfn f) { } void Map([MapTarget] GuestPhysicalAddress a) { } ";

    private const string Interface = "[Hypercall(40, \"demo_op\")] public unsafe partial interface IDemoOp { ";

    /// <summary>A hypervisor with a few operations, and the question which release of it runs.</summary>
    internal const string Toy = "[Hypercall(60, \"toy_op\")] public unsafe partial interface IToyOp { [HypercallOp(1, \"TOY_a\")] XenResult A(uint a); "
        + "[HypercallOp(2, \"TOY_b\", Struct = \"toy_b\")] ExtentCount B(ulong* list, [CountOf(nameof(list))] ulong count); [HypercallOp(3, \"TOY_c\"), Availability(Since = \"4.20\")] XenResult C(); } "
        + "namespace HypercallSdk.Xen { public static class RunningXen { [AvailabilityGuard] public static bool IsAtLeast(uint major, uint minor) => major > minor; } } ";

    private const string Guest = Toy + "public static unsafe class Guest { ";

    /// <summary>Source with one mistake, and the same after the one fix that is offered.</summary>
    public static TheoryData<string, string, string> Mends => new()
    {
        { "HCS0001", "[Hypercall(40, \"demo_op\")]\npublic unsafe interface IDemoOp { }", "[Hypercall(40, \"demo_op\")]\npublic unsafe partial interface IDemoOp { }" },
        { "HCS0001", "[Hypercall(40, \"demo_op\")]\n// why\ninterface IDemoOp { }", "[Hypercall(40, \"demo_op\")]\n// why\npartial interface IDemoOp { }" },
        { "HCS0001", "/// <summary>Why.</summary>\n[Hypercall(40, \"demo_op\")]\npublic /* here */ interface IDemoOp { }", "/// <summary>Why.</summary>\n[Hypercall(40, \"demo_op\")]\npublic /* here */ partial interface IDemoOp { }" },
        { "HCS0002", "[Hypercall(40, \"demo_op\")]\nfile unsafe partial interface IDemoOp { }", "[Hypercall(40, \"demo_op\")]\ninternal unsafe partial interface IDemoOp { }" },
        { "HCS0003", "[Hypercall(40, \"demo-op\")] public partial interface IDemoOp { }", "[Hypercall(40, \"demo_op\")] public partial interface IDemoOp { }" },
        { "HCS0003", Interface + "[HypercallOp(1, name: /* C */ \" DEMO read \")] XenResult Read(uint a); }", Interface + "[HypercallOp(1, name: /* C */ \"DEMO_read\")] XenResult Read(uint a); }" },
        { "HCS0003", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = @\"struct demo\")] XenResult Read(uint a); }", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint a); }" },
        { "HCS0003", "[HypercallStruct(\"union  demo\")] public struct Demo { public uint A; }", "[HypercallStruct(\"demo\")] public struct Demo { public uint A; }" },
        { "HCS0006", Interface + "[HypercallOp(1, \"DEMO_read\")]\n/* why */ int Read(uint a); }", Interface + "[HypercallOp(1, \"DEMO_read\")]\n/* why */ XenResult Read(uint a); }" },
        { "HCS0006", Interface + "[HypercallOp(1, \"DEMO_read\")] string? Read(uint a); }", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read(uint a); }" },
        { "HCS0006", Interface + "[HypercallOp(1, \"DEMO_read\")] ref long Read(uint a); }", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read(uint a); }" },
        { "HCS0009", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(\"bufer\")] uint count, byte* buffer); }", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(nameof(buffer))] uint count, byte* buffer); }" },
        { "HCS0009", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(nameof(count))] uint count, byte* @ref); }", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(nameof(@ref))] uint count, byte* @ref); }" },
        { "HCS0009", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([CountOf(nameof(a), \"?\")] uint count, byte* a, ulong* b); }", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([CountOf(nameof(a), nameof(b))] uint count, byte* a, ulong* b); }" },
        { "HCS0009", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([BytesOf(\"bufer\")] uint size, byte* buffer); }", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([BytesOf(nameof(buffer))] uint size, byte* buffer); }" },
        { "HCS0012", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\", Size = 12)] XenResult Read(uint a, ulong b); }", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\", Size = 16)] XenResult Read(uint a, ulong b); }" },
        { "HCS0012", "[HypercallStruct(\"demo\", Size = 4 * 3 /* C's */)] public struct Demo { public ulong A; public uint B; }", "[HypercallStruct(\"demo\", Size = 16 /* C's */)] public struct Demo { public ulong A; public uint B; }" },
        { "HCS0017", Interface + "[HypercallOp(1, \"DEMO_read\"), Availability(Since = \"4.9\", Until = \"4.4\")] XenResult Read(uint a); }", Interface + "[HypercallOp(1, \"DEMO_read\"), Availability(Since = \"4.4\", Until = \"4.9\")] XenResult Read(uint a); }" },
        { "HCS0017", "public static class Limits { private const string Last = \"4.4\"; [Availability(Until = Last, SinceOnArm = \"4.9\")] public const int A = 1; }", "public static class Limits { private const string Last = \"4.4\"; [Availability(Until = \"4.9\", SinceOnArm = Last)] public const int A = 1; }" },
        { "HCS0017", "public enum Space { [Availability(Since = \"4.10\", Until = \"4.9\")] Device }", "public enum Space { [Availability(Since = \"4.9\", Until = \"4.10\")] Device }" },
        { "HCS2005", Map + "void M(/* why */ Gfn g) => Map(g); }", Map + "void M(/* why */ [MapTarget] Gfn g) => Map(g); }" },
        { "HCS2005", Map + "void M(params Gfn[] g) => Map(g[0]); }", Map + "void M([MapTarget] params Gfn[] g) => Map(g[0]); }" },
        { "HCS2005", Map + "void Try(out Gfn g) => g = default; void M() { Try(out Gfn h); Map(h); } }", Map + "void Try([Proven] out Gfn g) => g = default; void M() { Try(out Gfn h); Map(h); } }" },
        { "HCS2005", Map + "int _n;\n    // why\n    private Gfn _g;\n    void M() => Map(_g); }", Map + "int _n;\n    // why\n    [Proven]\n    private Gfn _g;\n    void M() => Map(_g); }" },
        { "HCS2005", Map + "Gfn G { get; set; } void M() => Map(G); }", Map + "[Proven] Gfn G { get; set; } void M() => Map(G); }" },
        { "HCS2005", Map + "static Gfn G() => default; void M() => Map(G()); }", Map + "[return: Proven] static Gfn G() => default; void M() => Map(G()); }" },
        { "HCS2005", Map + "void M() { Gfn G() => default; Map(G()); } }", Map + "void M() { [return: Proven] Gfn G() => default; Map(G()); } }" },
        { "HCS2005", Map + "record R(Gfn G); void M(R r) => Map(r.G); }", Map + "record R([MapTarget] Gfn G); void M(R r) => Map(r.G); }" },
        { "HCS0019", "[HypercallStruct] public partial struct Demo { static partial void Fields(uint a, [Offset(2)] ushort b); }", "[HypercallStruct] public partial struct Demo { static partial void Fields(uint a, [Offset(4)] ushort b); }" },
        { "HCS0019", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint a, [Offset(12)] ulong b); }", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read(uint a, [Offset(8)] ulong b); }" },
        { "HCS1001", Guest + "static Gfn M(GuestPhysicalAddress a) => new Gfn(a.Value); }", Guest + "static Gfn M(GuestPhysicalAddress a) => new Gfn(a.Value >> 12); }" },
        { "HCS1001", Guest + "static Gfn M(GuestPhysicalAddress a) => new( a.Value + 0x1000 ); }", Guest + "static Gfn M(GuestPhysicalAddress a) => new( (a.Value + 0x1000) >> 12 ); }" },
        { "HCS1002", Guest + "static GuestPhysicalAddress M(Gfn f) => new GuestPhysicalAddress(f.Value); }", Guest + "static GuestPhysicalAddress M(Gfn f) => new GuestPhysicalAddress(f.Value << 12); }" },
        { "HCS1002", Guest + "static GuestPhysicalAddress M(Gfn f, bool b) => new(b ? f.Value : f.Value + 1); }", Guest + "static GuestPhysicalAddress M(Gfn f, bool b) => new((b ? f.Value : f.Value + 1) << 12); }" },
        { "HCS1004", Guest + "static Gfn M(uint all) => new Gfn(all << 8); }", Guest + "static Gfn M(uint all) => new Gfn((ulong)all << 8); }" },
        { "HCS1004", Guest + "static Gfn M(uint[] n) => new Gfn(n[0] * 4096); }", Guest + "static Gfn M(uint[] n) => new Gfn((ulong)(n[0]) * 4096); }" },
        { "HCS1004", Guest + "static Gfn M(int all) => new Gfn((ulong)(all << 8)); }", Guest + "static Gfn M(int all) => new Gfn((ulong)((long)all << 8)); }" },
        { "HCS1005", Guest + "const int Shift = 16; static ulong M(Gfn f) => f.Value << Shift; }", Guest + "const int Shift = 16; static ulong M(Gfn f) => f.Value << 12; }" },
        { "HCS1005", Guest + "static Gfn M(GuestPhysicalAddress a) => new Gfn(a.Value / 0x4000); }", Guest + "static Gfn M(GuestPhysicalAddress a) => new Gfn(a.Value / 4096); }" },
        { "HCS1006", Guest + "static ulong M(Gfn f) => f.Address.Value + 1; }", Guest + "static ulong M(Gfn f) => (f + 1).Address.Value; }" },
        { "HCS1006", Guest + "static GuestPhysicalAddress M(Gfn f) => 1 == 2 ? default : f.Address + 1; }", Guest + "static GuestPhysicalAddress M(Gfn f) => 1 == 2 ? default : (f + 1).Address; }" },
        { "HCS1008", Guest + "static Gfn M(Gfn f) => new Gfn(f.Value >> 12); }", Guest + "static Gfn M(Gfn f) => new Gfn(f.Value); }" },
        { "HCS2000", Regions + "void M(HypervisorRegions r) => Map(Space.SharedInfo, /* here */ new Gfn(0xb000)); }", Regions + "void M(HypervisorRegions r) => Map(Space.SharedInfo, /* here */ r.GetRegion(1).FirstFrame); }" },
        { "HCS2000", Regions + "void M(HypervisorRegions r) => Map(Space.GrantTable, new(0xb000)); }", Regions + "void M(HypervisorRegions r) => Map(Space.GrantTable, r.GetRegion(0).FirstFrame); }" },
        { "HCS2000", Regions + "static readonly Gfn s_place = new Gfn(0xb000); void M([MapTarget] AddressRange @in) { Map(Space.GrantTable, s_place); } }", Regions + "static readonly Gfn s_place = new Gfn(0xb000); void M([MapTarget] AddressRange @in) { Map(Space.GrantTable, @in.FirstFrame); } }" },
        { "HCS2001", Regions + "HypervisorRegions _r; void M() { Map(Space.SharedInfo, new Gfn(0x1000000000)); } }", Regions + "HypervisorRegions _r; void M() { Map(Space.SharedInfo, _r.GetRegion(1).FirstFrame); } }" },
        { "HCS2002", Regions + "[Proven] AddressRange Free { get; set; } void M(AddressRange other) { Map(Space.SharedInfo, new Gfn(0x40000)); } }", Regions + "[Proven] AddressRange Free { get; set; } void M(AddressRange other) { Map(Space.SharedInfo, Free.FirstFrame); } }" },
        { "HCS2003", Regions + "void M(HypervisorRegions r) { Space s = Space.GrantTable; Map(s, new Gfn(0x39000)); } }", Regions + "void M(HypervisorRegions r) { Space s = Space.GrantTable; Map(s, r.GetRegion(1).FirstFrame); } }" },
        { "HCS2004", Regions + "void M(HypervisorRegions r) { Map(new GuestPhysicalAddress(0x3001000)); } }", Regions + "void M(HypervisorRegions r) { Map(r.GetRegion(1).FirstFrame.Address); } }" },
        { "HCS3001", Guest + "static void M() { _ = ToyOp.C(); } }", Guest + "static void M() { if (HypercallSdk.Xen.RunningXen.IsAtLeast(4, 20)) { _ = ToyOp.C(); } } }" },
        { "HCS3001", Guest + "static bool M() { if (ToyOp.C().IsFailure) { return false; } return true; } }", Guest + "static bool M() { if (HypercallSdk.Xen.RunningXen.IsAtLeast(4, 20)) { if (ToyOp.C().IsFailure) { return false; } } return true; } }" },
        { "HCS4001", Guest + "static void M() { ToyOp.A(1); } }", Guest + "static void M() { _ = ToyOp.A(1); } }" },
        { "HCS4001", Guest + "static void M() { /* why */ ToyOp.A(1); /* that */ } }", Guest + "static void M() { /* why */ _ = ToyOp.A(1); /* that */ } }" },
        { "HCS4002", Guest + "static bool M(ulong n) { ExtentCount done = ToyOp.B(null, n); return done.Value >= 0; } }", Guest + "static bool M(ulong n) { ExtentCount done = ToyOp.B(null, n); return done.IsAll(n); } }" },
        { "HCS4002", Guest + "static bool M() => 0 > ToyOp.B(null, 8).Value; }", Guest + "static bool M() => !ToyOp.B(null, 8).IsAll(8); }" },
        { "HCS4002", Guest + "static bool M(ulong n) { ExtentCount done = ToyOp.B(null, n); if (done.Value is < 0) { return false; } return true; } }", Guest + "static bool M(ulong n) { ExtentCount done = ToyOp.B(null, n); if (!done.IsAll(n)) { return false; } return true; } }" },
        { "HCS4003", Guest + "static int M() => (int)ToyOp.A(1).Value; }", Guest + "static int M() => checked((int)ToyOp.A(1).Value); }" },
    };

    /// <summary>Mistakes that only somebody who knows the header can mend, or that the fix would leave as they are.</summary>
    public static TheoryData<string, string> Offerless => new()
    {
        { "HCS0002", "[Hypercall(40, \"demo_op\")] public partial interface IDemoOp<T> { }" },
        { "HCS0002", "[Hypercall(40, \"demo_op\")] file partial interface IDemoOp<T> { }" },
        { "HCS0003", "[Hypercall(40, \"\")] public partial interface IDemoOp { }" },
        { "HCS0003", "[Hypercall(40, \"größe\")] public partial interface IDemoOp { }" },
        { "HCS0003", Interface + "[HypercallOp(1, \"1st\")] XenResult Read(uint a); }" },
        { "HCS0003", Interface + "[HypercallOp(1, \"DEMO_read\", Struct = \"demo\")] XenResult Read([CName(\"a b\")] uint a); }" },
        { "HCS0003", "public static class Names { public const string Op = \"demo-op\"; } [Hypercall(40, Names.Op)] public partial interface IDemoOp { }" },
        { "HCS0009", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(\"bufer\")] uint count, uint buffer); }" },
        { "HCS0009", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read([CountOf(nameof(b))] byte* a, byte* b); }" },
        { "HCS0019", "[HypercallStruct] public partial struct Demo { static partial void Fields([Aligned(3)] uint a); }" },
        { "HCS2000", Regions + "void M() { Map(Space.SharedInfo, new Gfn(0xb000)); } }" },
        { "HCS2000", Regions + "void M(HypervisorRegions r) { Gfn f = new Gfn(0xb000); Map(Space.SharedInfo, f); } }" },
        { "HCS2000", Regions + "void M(HypervisorRegions r) { Map(Space.SharedInfo, new Gfn(0xb000) + 1); } }" },
        { "HCS2000", Regions + "void M(AddressRange r) { Map(Space.SharedInfo, new Gfn(0xb000)); } }" },
        { "HCS2000", Regions + "void M(bool b) { HypervisorRegions r; Map(Space.SharedInfo, new Gfn(0xb000)); if (b) { r = default; } } }" },
        { "HCS2000", Regions + "HypervisorRegions _r; static void M(A a) { a.Map(Space.SharedInfo, new Gfn(0xb000)); } }" },
        { "HCS2005", Map + "System.Action<Gfn> M() => g => Map(g); }" },
        { "HCS2005", Map + "void M(int n) => Map(new Gfn((ulong)n)); }" },
        { "HCS2005", Map + "void M([MapTarget] AddressRange r) => Map(r.End.Frame); }" },
        { "HCS0017", Interface + "[HypercallOp(1, \"DEMO_read\"), Availability(Since = \"4\", Until = \"4.4\")] XenResult Read(uint a); }" },
        { "HCS0017", Interface + "[HypercallOp(1, \"DEMO_read\"), Availability(Since = \"4.9\", SinceOnArm = \"4.10\", Until = \"4.4\")] XenResult Read(uint a); }" },
        { "HCS1006", Guest + "static ulong M(Gfn f) { ulong end = f.Address.Value; return end + 1; } }" },
        { "HCS3001", Guest + "static bool M() { XenResult asked = ToyOp.C(); return asked.IsSuccess; } }" },
        { "HCS3001", Guest + "static bool M() => ToyOp.C().IsSuccess; }" },
        { "HCS4001", Guest + "static void M() { XenResult asked = ToyOp.A(1); } }" },
        { "HCS4002", Guest + "static bool M(ExtentCount done) => done.Value < 0; }" },
        { "HCS4002", Guest + "static ulong Next() => 1; static bool M() => ToyOp.B(null, Next()).Value < 0; }" },
        { "HCS0017", Interface + "[HypercallOp(1, \"DEMO_read\"), Proposed, Availability(Since = \"4.4\", Until = \"4.9\")] XenResult Read(uint a); }" },
    };

    [Theory]
    [MemberData(nameof(Mends))]
    public async Task A_fix_mends_the_mistake_and_nothing_else(string id, string before, string after)
    {
        (Project project, Diagnostic diagnostic) = await Mistaken(id, before);

        CodeAction offer = Assert.Single(await Fixing.Offers(project, diagnostic));
        Project mended = await Fixing.Take(project, offer);

        Assert.Equal("using HypercallSdk;\n" + after, Assert.Single(await mended.Texts()));
        await AssertSound(mended);
    }

    [Theory]
    [MemberData(nameof(Offerless))]
    public async Task Nothing_is_offered_that_would_not_mend(string id, string source)
    {
        (Project project, Diagnostic diagnostic) = await Mistaken(id, source);

        Assert.Empty(await Fixing.Offers(project, diagnostic));
    }

    [Fact]
    public async Task Nothing_is_offered_that_would_not_compile()
    {
        Project project = GuestProject.Of(
            "public class IDemoOp { }", "using HypercallSdk;\n[Hypercall(40, \"demo_op\")] file partial interface IDemoOp { }");
        Diagnostic diagnostic = Assert.Single(await project.Diagnostics());

        Assert.Equal("HCS0002", diagnostic.Id);
        Assert.Empty(await Fixing.Offers(project, diagnostic));
    }

    [Fact]
    public async Task Every_part_of_an_interface_becomes_partial()
    {
        Project project = GuestProject.Of(
            "using HypercallSdk;\n[Hypercall(40, \"demo_op\")] public unsafe partial interface IDemoOp { }\npublic interface IDemoOp { }",
            "public interface IDemoOp { }");
        Diagnostic diagnostic = Assert.Single(await project.Diagnostics());

        Project mended = await Fixing.Take(project, Assert.Single(await Fixing.Offers(project, diagnostic)));

        Assert.Equal(
            [
                "using HypercallSdk;\n[Hypercall(40, \"demo_op\")] public unsafe partial interface IDemoOp { }\npublic partial interface IDemoOp { }",
                "public partial interface IDemoOp { }",
            ],
            await mended.Texts());
        await AssertSound(mended);
    }

    [Fact]
    public async Task A_result_is_named_in_full_where_no_using_allows_less()
    {
        const string Source = "[HypercallSdk.Hypercall(40, \"demo_op\")] public partial interface IDemoOp { [HypercallSdk.HypercallOp(1, \"DEMO_read\")] int Read(uint a); }";
        Project project = GuestProject.Of(Source);
        Diagnostic diagnostic = Assert.Single(await project.Diagnostics());

        Project mended = await Fixing.Take(project, Assert.Single(await Fixing.Offers(project, diagnostic)));

        Assert.Equal([Source.Replace("] int", "] HypercallSdk.XenResult", System.StringComparison.Ordinal)], await mended.Texts());
        await AssertSound(mended);
    }

    [Fact]
    public async Task Each_buffer_that_a_count_may_mean_is_offered()
    {
        (Project project, Diagnostic diagnostic) = await Mistaken(
            "HCS0009", Interface + "[HypercallOp(1, \"DEMO_read\")] XenResult Read(byte* source, [CountOf(\"?\")] uint count, ulong* target); }");

        IReadOnlyList<CodeAction> offers = await Fixing.Offers(project, diagnostic);

        Assert.Equal(["Count 'source'", "Count 'target'"], offers.Select(static offer => offer.Title));
        await AssertSound(await Fixing.Take(project, offers[1]));
    }

    [Fact]
    public async Task A_method_that_answers_by_yes_or_no_may_examine_a_result()
    {
        (Project project, Diagnostic diagnostic) = await Mistaken("HCS4001", Guest + "static bool M() { ToyOp.A(1); return true; } }");

        IReadOnlyList<CodeAction> offers = await Fixing.Offers(project, diagnostic);
        Project mended = await Fixing.Take(project, offers[0]);

        Assert.Equal(["Return false if it failed", "Say that no outcome matters"], offers.Select(static offer => offer.Title));
        Assert.Contains("if (ToyOp.A(1).IsFailure) { return false; }", Assert.Single(await mended.Texts()), System.StringComparison.Ordinal);
        await AssertSound(mended);
    }

    internal static async Task AssertSound(Project project)
    {
        Assert.Empty(await project.Diagnostics());
        Assert.Empty(await project.Errors());
    }

    private static async Task<(Project Project, Diagnostic Diagnostic)> Mistaken(string id, string source)
    {
        Project project = GuestProject.Of("using HypercallSdk;\n" + source);
        ImmutableArray<Diagnostic> diagnostics = await project.Diagnostics();
        Assert.All(diagnostics, item => Assert.Equal(id, item.Id));
        return (project, diagnostics[0]);
    }
}
