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
