using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>Which parameters count as map targets, whatever kind of member has them.</summary>
public sealed class MapTargetParameterTests
{
    [Theory]
    [InlineData("static void Place([MapTarget] Gfn frame) { }", "Place({|HCS2002:new Gfn(0x40000)|})")]
    [InlineData("static void Place([MapTarget] in Gfn frame) { }", "Place({|HCS2002:new Gfn(0x40000)|})")]
    [InlineData("static void Place([MapTarget] Gfn? frame) { }", "Place({|HCS2002:new Gfn(0x40000)|})")]
    [InlineData("static void Place<T>([MapTarget] T frame) { }", "Place({|HCS2002:new Gfn(0x40000)|})")]
    [InlineData("static void Place([MapTarget] params Gfn[] frames) { }", "{|HCS2002:{|HCS2003:Place(new(0x40000), new(0x39000))|}|}")]
    [InlineData("static void Place(int a, [MapTarget] Gfn frame = default) { }", "{|HCS2000:Place(1)|}")]
    [InlineData("static void Place(int a, [MapTarget] Gfn frame) { }", "Place(frame: {|HCS2002:new(0x40000)|}, a: 1)")]
    [InlineData("static void Place(int a, [MapTarget] Gfn f, [MapTarget] Gfn g) { }", "Place(1, {|HCS2002:new(0x40000)|}, {|HCS2003:new(0x39000)|})")]
    [InlineData("delegate void Placer([MapTarget] Gfn frame); static Placer Place = null!;", "Place({|HCS2002:new Gfn(0x40000)|})")]
    [InlineData("class Page { public Page([MapTarget] Gfn frame) { } }", "_ = new Page({|HCS2002:new Gfn(0x40000)|})")]
    [InlineData("record Page([MapTarget] Gfn Frame);", "_ = new Page({|HCS2002:new Gfn(0x40000)|})")]
    [InlineData("class Pages { public int this[[MapTarget] Gfn frame] => 0; }", "_ = new Pages()[{|HCS2002:new Gfn(0x40000)|}]")]
    [InlineData("class Pages { public int this[[MapTarget] Gfn frame] { set { } } }", "_ = new Pages { [{|HCS2002:new Gfn(0x40000)|}] = 1 }")]
    [InlineData("partial class P { public partial void Place([MapTarget] Gfn f); public partial void Place(Gfn f) { } }", "new P().Place({|HCS2002:new(0x40000)|})")]
    public Task Each_kind_of_member_is_judged(string member, string call) => MapTargetCheck.Statements(call + ";", member);

    [Fact]
    public Task A_local_function_is_judged() =>
        MapTargetCheck.Statements("Place({|HCS2002:new Gfn(0x40000)|}); static void Place([MapTarget] Gfn frame) { }");

    [Fact]
    public Task An_extension_method_s_receiver_is_judged() => MapTargetCheck.Source(
        GuestSource.Method("{|HCS2002:new Gfn(0x40000)|}.Place();")
        + "static class Extensions { public static void Place([MapTarget] this Gfn frame) { } }");

    [Fact]
    public Task Constructor_initializers_and_primary_constructors_are_judged() => MapTargetCheck.Source(
        """
        using HypercallSdk;

        class Page { public Page([MapTarget] Gfn frame) { } }
        class Chained : Page { public Chained() : this({|HCS2003:new Gfn(0x39000)|}) { } public Chained([MapTarget] Gfn frame) : base(frame) { } }
        class Derived : Page { public Derived() : base({|HCS2002:new Gfn(0x40000)|}) { } }
        class Primary(int number) : Page({|HCS2002:new Gfn(0x40000)|}) { public int Number => number; }
        class Field { private readonly Page _page = new({|HCS2002:new Gfn(0x40000)|}); public Page Page => _page; }
        """);

    [Fact]
    public Task An_implementation_takes_the_mark_of_its_interface() => MapTargetCheck.Source(
        """
        using HypercallSdk;

        interface IPlacer { void Place([MapTarget] Gfn frame); int this[[MapTarget] Gfn frame] { get; } }
        class Implicit : IPlacer { public void Place(Gfn frame) { } public int this[Gfn frame] => 0; public void Place(Gfn frame, int n) { } }
        class Explicit : IPlacer { void IPlacer.Place(Gfn frame) { } int IPlacer.this[Gfn frame] => 0; public void Place(Gfn frame) { } }
        interface IGeneric<T> { void Place([MapTarget] T frame); }
        class Generic : IGeneric<Gfn> { public void Place(Gfn frame) { } }

        static class Guest
        {
            public static void Run(IPlacer placer, Implicit one, Explicit other, Generic generic)
            {
                placer.Place({|HCS2002:new Gfn(0x40000)|});
                one.Place({|HCS2002:new Gfn(0x40000)|});
                _ = one[{|HCS2002:new Gfn(0x40000)|}];
                generic.Place({|HCS2002:new Gfn(0x40000)|});
                one.Place(new Gfn(0x40000), 1);
                other.Place(new Gfn(0x40000));
            }
        }
        """);

    [Fact]
    public Task An_override_takes_the_mark_of_its_base() => MapTargetCheck.Source(
        """
        using HypercallSdk;

        interface IPlacer { void Place([MapTarget] Gfn frame); }
        abstract class Base : IPlacer { public abstract void Place(Gfn frame); public virtual void Put([MapTarget] Gfn frame) { } }
        class Derived : Base { public override void Place(Gfn frame) { } public override void Put(Gfn frame) { } }
        class Hiding : Base { public override void Place(Gfn frame) { } public new void Put(Gfn frame) { } }

        static class Guest
        {
            public static void Run(Derived derived, Hiding hiding)
            {
                derived.Place({|HCS2002:new Gfn(0x40000)|});
                derived.Put({|HCS2002:new Gfn(0x40000)|});
                hiding.Put(new Gfn(0x40000));
            }
        }
        """);

    [Theory]
    [InlineData("static void Place(Gfn frame) { }", "Place(new Gfn(0x40000))")]
    [InlineData("static void Place([MapTarget] ulong frame) { }", "Place(0x40000)")]
    [InlineData("static void Place([MapTarget] Pfn frame) { }", "Place(new Pfn(0x40000))")]
    [InlineData("static void Place([MapTarget] string frame) { }", "Place(\"0x40000\")")]
    [InlineData("static void Place([MapTarget] out Gfn frame) => frame = default;", "Place(out Gfn frame)")]
    [InlineData("class MapTargetAttribute : Attribute { } static void Place([MapTarget] Gfn frame) { }", "Place(new Gfn(0x40000))")]
    [InlineData("struct Gfn { public Gfn(ulong n) { } } static void Place([MapTarget] Gfn frame) { }", "Place(new Gfn(0x40000))")]
    [InlineData("static void Place([MapTarget] Gfn frame) { }", "Action<Gfn> place = Place; place(new Gfn(0x40000))")]
    public Task What_is_no_map_target_is_silent(string member, string call) => MapTargetCheck.Statements(call + ";", member);
}
