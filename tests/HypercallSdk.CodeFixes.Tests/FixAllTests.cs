using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.CodeFixes.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace HypercallSdk.CodeFixes.Tests;

/// <summary>Fix All mends every mistake of a rule in a document at once.</summary>
public sealed class FixAllTests
{
    /// <summary>Source with several mistakes of one rule.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "HCS0001", "[Hypercall(40, \"a_op\")] public interface IA { } [Hypercall(41, \"b_op\")] interface IB { } interface IB { }" },
        { "HCS0002", "[Hypercall(40, \"a_op\")] file partial interface IA { } [Hypercall(41, \"b_op\")] file unsafe partial interface IB { }" },
        { "HCS0003", "[Hypercall(40, \"a-op\")] public partial interface IA { } [Hypercall(41, \"b_op\")] public partial interface IB { [HypercallOp(1, \"B read\")] void Read(); }" },
        { "HCS0006", Interface("[HypercallOp(1, \"A\")] int A(); [HypercallOp(2, \"B\")] uint B(uint b); [HypercallOp(3, \"C\")] ref long C();") },
        { "HCS0009", Interface("[HypercallOp(1, \"A\")] void A([CountOf(\"\")] uint a, byte* b); [HypercallOp(2, \"B\")] void B([CountOf(nameof(c))] uint c, int* d);") },
        { "HCS0012", Interface("[HypercallOp(1, \"A\", Struct = \"first\", Size = 1)] void A(uint a); [HypercallOp(2, \"B\", Struct = \"second\", Size = 2)] void B(ulong b);") },
        { "HCS0017", "public enum Space { [Availability(Since = \"4.9\", Until = \"4.4\")] A, [Availability(Since = \"4.10\", Until = \"4.9\")] B }" },
        { "HCS1001", FixTests.Toy + "static class G { static Gfn M(GuestPhysicalAddress a) => new Gfn(a.Value); static Gfn N(GuestPhysicalAddress a) => new Gfn(a.Value + 1); }" },
        { "HCS1002", FixTests.Toy + "static class G { static GuestPhysicalAddress M(Gfn f) => new(f.Value); static GuestPhysicalAddress N(Gfn f) => new(f.Value + 1); }" },
        { "HCS1004", FixTests.Toy + "static class G { static Gfn M(uint all) => new Gfn(all << 8); static Gfn N(uint all) => new Gfn((all + 1) * 256); }" },
        { "HCS1005", FixTests.Toy + "static class G { static ulong M(Gfn f) => f.Value << 16; static ulong N(Gfn f) => f.Value * 65536; }" },
        { "HCS1006", FixTests.Toy + "static class G { static ulong M(Gfn f) => f.Address.Value + 1; static GuestPhysicalAddress N(Gfn f) => f.Address + 1; }" },
        { "HCS1008", FixTests.Toy + "static class G { static Gfn M(Gfn f) => new Gfn(f.Value >> 12); static Gfn N(Gfn f) => new Gfn(f.Value / 4096); }" },
        { "HCS2000", "public class A { void Map([MapTarget] Gfn f) { } void M(HypervisorRegions r) { Map(new Gfn(0xb000)); Map(new Gfn(0xb001)); } }" },
        { "HCS2001", "public class A { void Map([MapTarget] Gfn f) { } void M(HypervisorRegions r) { Map(new Gfn(0x1000000000)); Map(new Gfn(0x1000000001)); } }" },
        { "HCS2002", "public class A { void Map([MapTarget] Gfn f) { } void M(HypervisorRegions r) { Map(new Gfn(0x40000)); Map(new Gfn(0x40001)); } }" },
        { "HCS2003", "public class A { void Map([MapTarget] Gfn f) { } void M(HypervisorRegions r) { Map(new Gfn(0x39000)); Map(new Gfn(0x39001)); } }" },
        { "HCS2004", "public class A { void Map([MapTarget] Gfn f) { } void M(HypervisorRegions r) { Map(new Gfn(0x3001)); Map(new Gfn(0x22000)); } }" },
        { "HCS3001", FixTests.Toy + "static class G { static void M() { _ = ToyOp.C(); if (ToyOp.C().IsSuccess) { return; } } }" },
        { "HCS4001", FixTests.Toy + "static class G { static void M() { ToyOp.A(1); ToyOp.A(2); } }" },
        { "HCS4002", FixTests.Toy + "static unsafe class G { static bool M() => ToyOp.B(null, 8).Value < 0 || ToyOp.B(null, 9).Value >= 0; }" },
        { "HCS4003", FixTests.Toy + "static class G { static int M() => (int)ToyOp.A(1).Value + (short)ToyOp.A(2).Value; }" },
        { "HCS2005", "public class A { void Map([MapTarget] Gfn f) { } void M(Gfn a, Gfn b) { Map(a); Map(b); } Gfn _g; void N() => Map(_g); }" },
        { "HCS0019", Interface("[HypercallOp(1, \"A\", Struct = \"first\")] void A(uint a, [Offset(2)] ushort b); [HypercallOp(2, \"B\", Struct = \"second\")] void B(byte a, [Offset(6)] uint b);") },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task All_mistakes_of_a_document_are_mended_at_once(string id, string source)
    {
        Project project = GuestProject.Of("using HypercallSdk;\n" + source);
        ImmutableArray<Diagnostic> diagnostics = await project.Diagnostics();
        Assert.True(diagnostics.Length > 1);
        Assert.All(diagnostics, item => Assert.Equal(id, item.Id));

        CodeAction offer = Assert.Single(await Fixing.Offers(project, diagnostics[0]));
        Project mended = await Fixing.TakeAll(project, diagnostics, offer.EquivalenceKey!);

        await FixTests.AssertSound(mended);
    }

    /// <summary>Two things at one frame would be one thing lost.</summary>
    [Fact]
    public async Task Each_constant_gets_a_page_of_its_own()
    {
        const string Source = "using HypercallSdk;\npublic class A { const ulong Other = 0xb002; void Map([MapTarget] Gfn f) { } void Map([MapTarget] GuestPhysicalAddress a) { } "
            + "void M(HypervisorRegions r) { Map(new Gfn(0xb000)); Map(new GuestPhysicalAddress(0xb001000)); Map(new Gfn(Other)); Map(new Gfn(0xb000)); Map(new GuestPhysicalAddress(0xb000)); } }";
        Project project = GuestProject.Of(Source);
        ImmutableArray<Diagnostic> diagnostics = await project.Diagnostics();

        CodeAction offer = Assert.Single(await Fixing.Offers(project, diagnostics[0]));
        Project mended = await Fixing.TakeAll(project, diagnostics, offer.EquivalenceKey!);

        Assert.EndsWith(
            "{ Map(r.GetRegion(1).FirstFrame); Map((r.GetRegion(1).FirstFrame + 1).Address); Map(r.GetRegion(1).FirstFrame + 2); Map(r.GetRegion(1).FirstFrame); Map((r.GetRegion(1).FirstFrame + 3).Address); } }",
            Assert.Single(await mended.Texts()),
            System.StringComparison.Ordinal);
        await FixTests.AssertSound(mended);
    }

    [Fact]
    public void Every_fix_has_cases_here_and_in_the_single_tests()
    {
        string[] fixes = [.. Fixing.All.Keys.Order()];

        Assert.Equal(fixes, Mistakes.Select(static row => (string)row[0]).Distinct().Order());
        Assert.Equal(fixes, FixTests.Mends.Select(static row => (string)row[0]).Distinct().Order());
    }

    private static string Interface(string members) =>
        $"[Hypercall(40, \"demo_op\")] public unsafe partial interface IDemoOp {{ {members} }}";
}
