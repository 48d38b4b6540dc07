using System.Collections.Generic;
using HypercallSdk.Analyzers.Tests.Infrastructure;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>Good source that uses everything the evaluator follows, to be broken.</summary>
internal static class MutationSeeds
{
    private const string Members = """
        static readonly Gfn Start = new(0x40000), Next = Start + 1;
        static Gfn Computed => new GuestPhysicalAddress(0x40000000).Frame;
        static Gfn Initial { get; } = new Gfn(Start.Value << 1);
        static void Place([MapTarget] params Gfn[] frames) { }
        static void PlaceSpan([MapTarget] ReadOnlySpan<Gfn> frames) { }
        delegate void Placer([MapTarget] Gfn frame);
        class Pages { public Pages([MapTarget] Gfn frame) { } public int this[[MapTarget] Gfn frame] => 0; }
        """;

    private const string Sources = """
        [Proven] static Gfn Kept;
        static HypervisorRegions regions;
        static MemoryBanks banks;
        static IXenOp xen => null!;
        struct Pair { public Gfn First; [Proven] public Gfn Second { get; set; } }
        record Page([MapTarget] Gfn Frame);
        [return: Proven] static Gfn Make(Gfn frame) { Kept = frame; return frame; }
        static bool Try(Gfn frame, [Proven] out Gfn found) { found = frame; return true; }
        static T Same<T>(T value) => value;
        """;

    /// <summary>Each compiles, and each has several diagnostics.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        GuestSource.Method(
            """
            Gfn frame = new Gfn(0x40000);
            ulong twice = 0x72000;
            memory.Map(frame);
            memory.Map(new Gfn(twice * 2 / 4) + 1);
            memory.Map(condition ? Start : Next - 1);
            memory.Map(number switch { 1 => Computed, 2 => Initial, _ => given });
            memory.MapOptional(1);
            memory.MapAt(Gfn.Invalid.Address);
            """, Members),
        GuestSource.Method(
            """
            Gfn* frames = stackalloc Gfn[] { new(0x40000), Start };
            memory.MapAll(frames);
            Gfn[] array = [new Gfn(0x40000), Next];
            fixed (Gfn* first = array) { memory.MapAll(first); }
            Place(Start, new(1), default);
            PlaceSpan(stackalloc[] { Start });
            Placer place = memory.Map;
            place(Gfn.Invalid);
            _ = new Pages(Start)[Next];
            """, Members),
        GuestSource.Method(
            """
            Gfn frame = given;
            for (int i = 0; i < number; i++) { memory.Map(frame + (ulong)i); frame = any; }
            (Gfn a, Gfn b) = (given, any); (a, b) = (b, a); memory.Map(a);
            Pair pair = new() { First = any, Second = any }; Pair copy = pair; memory.Map(copy.First);
            Gfn* list = stackalloc Gfn[2]; list[0] = any; *list = any; memory.MapAll(list + 1);
            ref Gfn alias = ref list[0]; alias = any; alias += 1;
            xen.Decrease(list, 2); memory.Map(list[number]); xen.Populate(&frame, 1); memory.Map(frame);
            foreach (Gfn each in new[] { any, given }) { memory.Map(each); }
            """, Sources),
        GuestSource.Method(
            """
            HypercallSdk.Xen.UnallocatedRegion region; xen.Query(&region);
            xen.Add(HypercallSdk.Xen.MapSpace.GrantTable, regions.GetRegion(1).FirstFrame);
            memory.Map(region.start_gpfn); memory.MapAt(banks.Get(0).End);
            Gfn frame = given; Action later = () => { memory.Map(frame); frame = any; }; later();
            void Local(Gfn f) { memory.Map(f); if (Try(f, out Gfn g)) { memory.Map(g); } } Local(any);
            Gfn? maybe = condition ? any : null; if (maybe is { } there) { memory.Map(there); } maybe ??= given;
            var items = new System.Collections.Generic.List<Gfn> { any }; memory.Map(items[0]); memory.Map(Same(any));
            try { frame = Make(any); } catch (Exception) when (condition) { memory.Map(frame); } finally { Kept = any; }
            Page page = new(any); memory.Map((page with { Frame = any }).Frame); goto end; end: memory.Map(any);
            """, Sources),
        """
        using HypercallSdk;

        interface IPlacer<T> { void Place([MapTarget] T frame); int this[[MapTarget] T frame] { get; } }
        abstract class Base([MapTarget] Gfn first) : IPlacer<Gfn>
        {
            public Gfn First => first;
            public abstract void Place(Gfn frame);
            public virtual int this[Gfn frame] => 0;
        }
        class Derived : Base
        {
            public Derived() : base(new Gfn(0x39000)) { }
            public override void Place(Gfn frame) { }
            public override int this[Gfn frame] => 1;
            public void Run()
            {
                Place(new(0x39000));
                _ = this[new Gfn(0x39000)];
                void Local([MapTarget] Gfn frame) { }
                Local(frame: Gfn.Invalid);
            }
        }
        """,
    ];
}
