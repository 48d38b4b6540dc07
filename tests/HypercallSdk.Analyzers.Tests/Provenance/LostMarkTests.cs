using System.Threading.Tasks;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>HCS2011: by which ways a contract is lost.</summary>
public sealed class LostMarkTests
{
    private const string Place = "static void Place([MapTarget] Gfn frame) { } static void Two(int number, [MapTarget] GuestPhysicalAddress address) { } static Gfn Any() => default; ";

    [Theory]
    [InlineData("static Action<Gfn> M() => {|HCS2011:Place|};")]
    [InlineData("static void M() { Action<Gfn> place = {|HCS2011:Place|}; place(default); }")]
    [InlineData("static void M() { var place = new Action<Gfn>({|HCS2011:Place|}); }")]
    [InlineData("static void M() { Each({|HCS2011:Place|}); } static void Each(Action<Gfn> each) { }")]
    [InlineData("static void M() { Action<int, GuestPhysicalAddress> two = {|HCS2011:Two|}; }")]
    [InlineData("delegate void Placer(Gfn f); static Placer M() => {|HCS2011:Place|};")]
    [InlineData("static event Action<Gfn>? Placed; static void M() { Placed += {|HCS2011:Place|}; }")]
    [InlineData("static void M(IMemory memory) { Action<Gfn> map = {|HCS2011:memory.Map|}; }")]
    [InlineData("static unsafe void M() { delegate*<Gfn, void> place = {|HCS2011:&Place|}; place(default); }")]
    [InlineData("static void M() { void Local([MapTarget] Gfn f) { } Action<Gfn> place = {|HCS2011:Local|}; }")]
    [InlineData("[return: Proven] delegate Gfn Taker(); static Taker M() => {|HCS2011:Any|};")]
    [InlineData("interface I { void Put(Gfn f); } class C : I { public void Put([MapTarget] Gfn {|HCS2011:f|}) { } }")]
    [InlineData("interface I { void Put(Gfn f); } class C : I { void I.Put([MapTarget] Gfn {|HCS2011:f|}) { } }")]
    [InlineData("abstract class B { public abstract void Put(int n, Gfn f); } class C : B { public override void Put(int n, [Proven] Gfn {|HCS2011:f|}) { } }")]
    [InlineData("class B { public virtual Gfn P { get; set; } } class C : B { [Proven] public override Gfn {|HCS2011:P|} { get; set; } }")]
    [InlineData("interface I { Gfn P { get; set; } } class C : I { [Proven] public Gfn {|HCS2011:P|} { get; set; } }")]
    [InlineData("interface I { void Put(Gfn f); } interface J { void Put([MapTarget] Gfn f); } class C : I, J { public void Put(Gfn {|HCS2011:f|}) { } }")]
    [InlineData("delegate void Placer([MapTarget] Gfn f); static Action<Gfn> M(Placer placer) => new Action<Gfn>({|HCS2011:placer|});")]
    [InlineData("delegate bool Finder([Proven] out Gfn f); static bool Find(out Gfn f) { f = default; return false; } static Finder M() => {|HCS2011:Find|};")]
    [InlineData("interface I { void Put(Gfn f); } class B { public void Put([MapTarget] Gfn f) { } } class {|HCS2011:C|} : B, I { }")]
    public Task A_way_without_the_mark_is_reported(string members) => Check(members);

    [Theory]
    [InlineData("delegate void Placer([MapTarget] Gfn f); static Placer M() => Place;")]
    [InlineData("delegate void Placer([Proven] Gfn f); static Placer M() => new Placer(Place);")]
    [InlineData("delegate void Second(int n, [MapTarget] GuestPhysicalAddress a); static Second M() => Two;")]
    [InlineData("static Action<Gfn> M() => frame => { };")]
    [InlineData("static Func<Gfn> M() => Any;")]
    [InlineData("static void Free(Gfn f) { } static Action<Gfn> M() => Free;")]
    [InlineData("delegate void Placer([MapTarget] Gfn f); static void Free(Gfn f) { } static Placer M() => Free;")]
    [InlineData("[return: Proven] delegate Gfn Taker(); [return: Proven] static Gfn Take() => default; static Taker M() => Take;")]
    [InlineData("[return: Proven] static Gfn Take() => default; static Func<Gfn> M() => Take;")]
    [InlineData("static void Free(Gfn f) { } static unsafe void M() { delegate*<Gfn, void> free = &Free; free(default); }")]
    [InlineData("interface I { void Put([MapTarget] Gfn f); } class C : I { public void Put(Gfn f) { } }")]
    [InlineData("interface I { void Put([MapTarget] Gfn f); } class C : I { public void Put([MapTarget] Gfn f) { } }")]
    [InlineData("abstract class B { public abstract Gfn Take(); } class C : B { [return: Proven] public override Gfn Take() => default; }")]
    [InlineData("interface I { Gfn P { get; } } class C : I { [Proven] public Gfn P { get; set; } }")]
    [InlineData("class B { public virtual Gfn P { get; set; } } class C : B { public override Gfn P { get; set; } }")]
    [InlineData("class C { public void Put([MapTarget] Gfn f) { } [Proven] public Gfn P { get; set; } }")]
    [InlineData("interface I { bool Try(out Gfn f); } class C : I { public bool Try([Proven] out Gfn f) { f = default; return false; } }")]
    [InlineData("static void M(Gfn f) { Place(f); Gfn copy = f; unsafe { Gfn* at = &copy; } }")]
    [InlineData("delegate void Placer([MapTarget] Gfn f); static Placer M(Placer placer) => new Placer(placer);")]
    [InlineData("delegate bool Finder([Proven] out Gfn f); static bool Find([Proven] out Gfn f) { f = default; return false; } static Finder M() => Find;")]
    [InlineData("delegate bool Finder(out Gfn f); static bool Find([Proven] out Gfn f) { f = default; return false; } static Finder M() => Find;")]
    [InlineData("interface I { void Put([MapTarget] Gfn f); } class B { public void Put([MapTarget] Gfn f) { } } class C : B, I { }")]
    [InlineData("interface I { void Put(Gfn f); } class B : I { public void Put(Gfn f) { } } class C : B, I { }")]
    public Task A_way_with_it_or_without_need_of_it_is_not(string members) => Check(members);

    private static Task Check(string members) => new GuestTest<LostMarkAnalyzer> { Guest = GuestSource.Method("", Place + "\n" + members), Map = GuestSource.Map }.Run();
}
