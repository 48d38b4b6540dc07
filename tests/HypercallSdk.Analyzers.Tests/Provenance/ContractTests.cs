using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>Marks are checked where a value goes in and relied on where it comes out.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("static void M(IMemory memory, Gfn frame) => memory.Map({|HCS2005:frame|});")]
    [InlineData("static void M(IMemory memory, Gfn frame) => Inner(memory, {|HCS2005:frame|}); static void Inner(IMemory m, [MapTarget] Gfn f) => m.Map(f);")]
    [InlineData("static Gfn _frame; static void M(IMemory memory) => memory.Map({|HCS2005:_frame|});")]
    [InlineData("static Gfn Make() => default; static void M(IMemory memory) => memory.Map({|HCS2005:Make()|});")]
    [InlineData("class C { Gfn F { get; set; } void M(IMemory memory) => memory.Map({|HCS2005:F|}); }")]
    [InlineData("[Proven] static Gfn _frame; static void M(Gfn frame) => _frame = {|HCS2005:frame|};")]
    [InlineData("[Proven] static Gfn _frame = {|HCS2002:new Gfn(0x40000)|};")]
    [InlineData("[Proven] static Gfn P { get; set; } static void M(Gfn frame) => P = {|HCS2005:frame|};")]
    [InlineData("[Proven] static Gfn P { get; } = {|HCS2003:new(0x39000)|};")]
    [InlineData("static Gfn _f; [Proven] static Gfn P => {|HCS2005:_f|};")]
    [InlineData("static Gfn _f; [Proven] static Gfn P { get { return {|HCS2005:_f|}; } }")]
    [InlineData("[return: Proven] static Gfn Make(Gfn frame) => {|HCS2005:frame|};")]
    [InlineData("[return: Proven] static Gfn Make(Gfn frame) { if (frame == default) { return Gfn.Unproven(1, \"why\"); } return {|HCS2005:frame|}; }")]
    [InlineData("[return: Proven] static System.Collections.Generic.IEnumerable<Gfn> Make(Gfn frame) { yield return {|HCS2005:frame|}; }")]
    [InlineData("static bool Try(Gfn frame, [Proven] out Gfn found) { found = {|HCS2005:frame|}; return true; }")]
    [InlineData("static void Set(Gfn frame, [Proven] ref Gfn found) { found = {|HCS2005:frame|}; }")]
    [InlineData("static bool Try([Proven] out Gfn found) => Inner(out {|HCS2005:found|}); static bool Inner(out Gfn f) { f = default; return true; }")]
    [InlineData("static void M([MapTarget] Gfn frame, Gfn other, IMemory memory) { frame = {|HCS2005:other|}; memory.Map(frame); }")]
    [InlineData("[Proven] static (Gfn, int) _pair; static void M(Gfn frame) => _pair = {|HCS2005:(frame, 1)|};")]
    [InlineData("struct Slot { [Proven] public Gfn Frame; } static Slot M(Gfn frame) => new Slot { Frame = {|HCS2005:frame|} };")]
    [InlineData("interface I { [return: Proven] Gfn Take(); } class C : I { public Gfn Take() => {|HCS2005:_f|}; Gfn _f; }")]
    [InlineData("abstract class B { [Proven] public abstract Gfn P { get; } } class C : B { Gfn _f; public override Gfn P => {|HCS2005:_f|}; }")]
    [InlineData("static void M(Gfn frame) { [return: Proven] Gfn Local() => {|HCS2005:frame|}; Local(); }")]
    [InlineData("static void M() { void Local(IMemory m, Gfn f) => m.Map({|HCS2005:f|}); Local(null!, default); }")]
    [InlineData("static Action<Gfn> M(IMemory memory) => frame => memory.Map({|HCS2005:frame|});")]
    [InlineData("class C(Gfn frame) { void M(IMemory memory) => memory.Map({|HCS2005:frame|}); }")]
    [InlineData("record Page(Gfn Frame); static void M(IMemory memory, Page page) => memory.Map({|HCS2005:page.Frame|});")]
    [InlineData("static void M([MapTarget] HypercallSdk.Xen.UnallocatedRegion r) { } static void N(Gfn f) => P({|HCS2005:f|}, 1); static void P([Proven] Gfn f, int n) { }")]
    [InlineData("record Page([MapTarget] Gfn Frame, int Order); static Page M(Page page, Gfn f) => page with { Frame = {|HCS2005:f|} };")]
    [InlineData("record struct Pair(Gfn Frame, int Order); static void M(IMemory memory, Gfn f) { Pair p = new(default, 1); p = p with { Frame = f }; memory.Map({|HCS2005:p.Frame|}); }")]
    public Task A_promise_that_is_not_kept_is_flagged(string member) => MapTargetCheck.Statements("", member);

    [Theory]
    [InlineData("static void M(IMemory memory, [MapTarget] Gfn frame) => memory.Map(frame);")]
    [InlineData("static void M(IMemory memory, [Proven] Gfn frame) => memory.Map(frame);")]
    [InlineData("static void M(IMemory memory, [Proven] ref Gfn frame) => memory.Map(frame);")]
    [InlineData("static void M(IMemory memory, [Proven] in Gfn frame) => memory.Map(frame);")]
    [InlineData("static void M(IMemory memory, [MapTarget] AddressRange range) => memory.Map(range.FirstFrame);")]
    [InlineData("static void M(IMemory memory, [MapTarget] (Gfn, int) pair) => memory.Map(pair.Item1);")]
    [InlineData("static void M(IMemory memory, [MapTarget] Gfn? frame) { if (frame is Gfn there) { memory.Map(there); } }")]
    [InlineData("[Proven] static Gfn _frame; static void M(IMemory memory) => memory.Map(_frame + 1);")]
    [InlineData("[Proven] static Gfn _frame = Gfn.Invalid; static void M() => _frame = default;")]
    [InlineData("[Proven] static Gfn P { get; set; } static void M(IMemory memory) { memory.Map(P); P = new Gfn(0x38000); }")]
    [InlineData("[return: Proven] static Gfn Make() => new Gfn(0x38000); static void M(IMemory memory) => memory.Map(Make());")]
    [InlineData("static Gfn P { [return: Proven] get => new(0x38000); } static void M(IMemory memory) => memory.Map(P);")]
    [InlineData("static bool Try([Proven] out Gfn f) { f = default; return false; } static void M(IMemory m) { if (Try(out Gfn f)) { m.Map(f); } }")]
    [InlineData("static bool Try([Proven] out Gfn f) { if (Inner(out f)) { return true; } f = Gfn.Invalid; return false; } static bool Inner([Proven] out Gfn f) { f = new(0x44000); return true; }")]
    [InlineData("class C { [Proven] readonly Gfn _f; public C([MapTarget] Gfn f) => _f = f; void M(IMemory memory) => memory.Map(_f); }")]
    [InlineData("class C([MapTarget] Gfn frame) { void M(IMemory memory) => memory.Map(frame); }")]
    [InlineData("record Page([MapTarget] Gfn Frame); static void M(IMemory memory, Page page) => memory.Map(page.Frame);")]
    [InlineData("record Page([property: Proven] Gfn Frame); static void M(IMemory memory, Page page) => memory.Map(page.Frame);")]
    [InlineData("struct Slot { [Proven] public Gfn Frame; } static void M(IMemory memory, Slot slot) => memory.Map(slot.Frame);")]
    [InlineData("struct Slot { public Gfn Frame; } static void M(IMemory memory, [Proven] Gfn f) { Slot s; s.Frame = f; memory.Map(s.Frame); }")]
    [InlineData("interface I { [return: Proven] Gfn Take(); } class C : I { public Gfn Take() => new(0x38000); } static void M(IMemory m, C c) => m.Map(c.Take());")]
    [InlineData("abstract class B { [Proven] public abstract Gfn P { get; } } static void M(IMemory m, B b) => m.Map(b.P);")]
    [InlineData("delegate void Placer([MapTarget] Gfn f); static Placer M(IMemory memory) => frame => memory.Map(frame);")]
    [InlineData("static void M(IMemory memory) { [return: Proven] Gfn Local() => new(0x38000); memory.Map(Local()); }")]
    [InlineData("static void M(IMemory memory) { void Local([MapTarget] Gfn f) => memory.Map(f); Local(new(0x38000)); }")]
    [InlineData("static Gfn _f; static void M(IMemory memory, [MapTarget] Gfn frame) { _f = frame; memory.Map(_f); }")]
    [InlineData("class C { Gfn _f; void M(IMemory memory, [MapTarget] Gfn frame) { _f = frame; memory.Map(_f); } }")]
    [InlineData("static void M(Gfn frame, IMemory memory) => memory.Unmap(frame);")]
    [InlineData("[Proven] static int _number; static void M(int n) => _number = n;")]
    [InlineData("[Proven] static Gfn P { get => _f; set => _f = value; } [Proven] static Gfn _f;")]
    [InlineData("record Page([MapTarget] Gfn Frame, int Order); static void M(IMemory memory, Page page) { Page other = page with { Order = 2 }; memory.Map(other.Frame); }")]
    [InlineData("struct Slot { [Proven] public Gfn Frame; public int Order; } static void M(IMemory memory, Slot slot) => memory.Map((slot with { Order = 1 }).Frame);")]
    [InlineData("record struct Pair(Gfn Frame, int Order); static void M(IMemory memory, [MapTarget] Gfn f) { Pair p = new(default, 1); p = p with { Frame = f }; memory.Map(p.Frame); }")]
    [InlineData("static void M(IMemory memory, [MapTarget] Gfn f, ulong i) => memory.Map(new Gfn(f.Value + i));")]
    public Task A_promise_that_is_kept_is_relied_on(string member) => MapTargetCheck.Statements("", member);

    [Fact]
    public Task A_member_is_not_known_any_longer_once_other_code_ran() => MapTargetCheck.Statements("", """
        static Gfn _f;
        static void Other() { }
        static void M(IMemory memory, [MapTarget] Gfn frame) { _f = frame; Other(); memory.Map({|HCS2005:_f|}); }
        """);

    [Fact]
    public async Task Marks_count_across_assemblies()
    {
        GuestTest<Analyzers.MapTargets.MapTargetAnalyzer> test = new()
        {
            Map = GuestSource.Map,
            Guest = GuestSource.Method("memory.Map(Library.Free()); memory.Map({|HCS2005:Library.Any()|}); Library.Map({|HCS2005:any|});"),
        };
        Microsoft.CodeAnalysis.Testing.ProjectState library = test.TestState.AdditionalProjects["Library"];
        library.AdditionalReferences.AddRange(RuntimeReferences.All);
        library.AdditionalReferences.Add(GuestCompilation.SupportReference);
        library.Sources.Add(("Library.cs", """
            using HypercallSdk;
            public static class Library
            {
                [return: Proven] public static Gfn Free() => Gfn.Unproven(1, "test");
                public static Gfn Any() => default;
                public static void Map([MapTarget] Gfn frame) { }
            }
            """));
        test.TestState.AdditionalProjectReferences.Add("Library");
        await test.Run();
    }
}
