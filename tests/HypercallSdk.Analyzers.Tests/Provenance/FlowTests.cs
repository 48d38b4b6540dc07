using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>Where a frame that is proven (given) and one that is not (any) can go on its way to a map target.</summary>
public sealed class FlowTests
{
    private const string Members = """
        struct Pair { public Gfn First; public Gfn Second; }
        class Box { public Gfn Frame; }
        static T Same<T>(T value) => value;
        """;

    private const string Seventeen =
        "1 => new Gfn(0x40001), 2 => new Gfn(0x40002), 3 => new Gfn(0x40003), 4 => new Gfn(0x40004), 5 => new Gfn(0x40005), "
        + "6 => new Gfn(0x40006), 7 => new Gfn(0x40007), 8 => new Gfn(0x40008), 9 => new Gfn(0x40009), 10 => new Gfn(0x4000a), "
        + "11 => new Gfn(0x4000b), 12 => new Gfn(0x4000c), 13 => new Gfn(0x4000d), 14 => new Gfn(0x4000e), 15 => new "
        + "Gfn(0x4000f), 16 => new Gfn(0x40010), 17 => new Gfn(0x40011), ";

    private const string SeventeenNumbers =
        "1 => 0x44001, 2 => 0x44002, 3 => 0x44003, 4 => 0x44004, 5 => 0x44005, 6 => 0x44006, 7 => 0x44007, 8 => 0x44008, 9 "
        + "=> 0x44009, 10 => 0x4400a, 11 => 0x4400b, 12 => 0x4400c, 13 => 0x4400d, 14 => 0x4400e, 15 => 0x4400f, 16 => "
        + "0x44010, 17 => 0x44011, ";

    private const string SixteenFree =
        "1 => new Gfn(0x44001), 2 => new Gfn(0x44002), 3 => new Gfn(0x44003), 4 => new Gfn(0x44004), 5 => new Gfn(0x44005), "
        + "6 => new Gfn(0x44006), 7 => new Gfn(0x44007), 8 => new Gfn(0x44008), 9 => new Gfn(0x44009), 10 => new Gfn(0x4400a), "
        + "11 => new Gfn(0x4400b), 12 => new Gfn(0x4400c), 13 => new Gfn(0x4400d), 14 => new Gfn(0x4400e), 15 => new "
        + "Gfn(0x4400f), ";

    [Theory]
    [InlineData("Gfn f = any; memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = given; f = any; memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = given; if (condition) { f = any; } memory.Map({|HCS2005:f|});")]
    [InlineData("memory.Map({|HCS2005:condition ? given : any|});")]
    [InlineData("memory.Map({|HCS2005:number switch { 1 => given, 2 => any, _ => given }|});")]
    [InlineData("Gfn f; switch (number) { case 1: f = any; break; default: f = given; break; } memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn? m = condition ? any : null; memory.Map({|HCS2005:m ?? given|});")]
    [InlineData("memory.Map({|HCS2005:any + 1|});")]
    [InlineData("memory.Map({|HCS2005:new Gfn(any.Value)|});")]
    [InlineData("memory.Map({|HCS2005:any.Address.Frame|});")]
    [InlineData("memory.MapAt({|HCS2005:new GuestPhysicalAddress(any.Value << 12)|});")]
    [InlineData("Gfn f = given; for (int i = 0; i < number; i++) { memory.Map({|HCS2005:f|}); f = any; }")]
    [InlineData("Gfn f = given; while (condition) { f = any; } memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = given; do { memory.Map({|HCS2005:f|}); f = any; } while (condition);")]
    [InlineData("(Gfn a, Gfn b) = (given, any); memory.Map(a); memory.Map({|HCS2005:b|});")]
    [InlineData("Gfn a = given, b = any; (a, b) = (b, a); memory.Map({|HCS2005:a|}); memory.Map(b);")]
    [InlineData("var pair = (free: given, other: any); memory.Map(pair.free); memory.Map({|HCS2005:pair.other|});")]
    [InlineData("var (a, n) = (any, 1); memory.Map({|HCS2005:a|});")]
    [InlineData("Pair p = new() { First = given, Second = any }; memory.Map(p.First); memory.Map({|HCS2005:p.Second|});")]
    [InlineData("Pair p = default; p.First = any; Pair q = p; memory.Map({|HCS2005:q.First|});")]
    [InlineData("Box b = new() { Frame = given }; Box c = b; c.Frame = any; memory.Map({|HCS2005:b.Frame|});")]
    [InlineData("Gfn f = given; ref Gfn r = ref f; r = any; memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = given; Gfn* p = &f; *p = any; memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn[] fs = { given, any }; memory.Map(fs[0]); memory.Map({|HCS2005:fs[1]|}); memory.Map({|HCS2005:fs[number]|});")]
    [InlineData("Gfn[] fs = new Gfn[4]; for (int i = 0; i < 4; i++) { fs[i] = any; } memory.Map({|HCS2005:fs[0]|});")]
    [InlineData("foreach (Gfn f in new[] { given, any }) { memory.Map({|HCS2005:f|}); }")]
    [InlineData("Span<Gfn> fs = stackalloc Gfn[2]; fs[0] = any; memory.Map({|HCS2005:fs[0]|});")]
    [InlineData("Span<Gfn> fs = new Gfn[2]; fs.Fill(any); memory.Map({|HCS2005:fs[1]|});")]
    [InlineData("var list = new System.Collections.Generic.List<Gfn> { given }; list.Add(any); memory.Map({|HCS2005:list[0]|});")]
    [InlineData("var list = new System.Collections.Generic.List<Gfn>(); list.Add(any); foreach (Gfn f in list) { memory.Map({|HCS2005:f|}); }")]
    [InlineData("var map = new System.Collections.Generic.Dictionary<int, Gfn>(); map[1] = any; if (map.TryGetValue(2, out Gfn f)) { memory.Map({|HCS2005:f|}); }")]
    [InlineData("var q = new System.Collections.Generic.Queue<Gfn>(); q.Enqueue(any); memory.Map({|HCS2005:q.Dequeue()|});")]
    [InlineData("if (Same(any) is Gfn f) { memory.Map({|HCS2005:f|}); }")]
    [InlineData("if (any is var f) { memory.Map({|HCS2005:f|}); }")]
    [InlineData("Gfn f = given; Action a = () => memory.Map({|HCS2005:f|}); f = any; a();")]
    [InlineData("Gfn f = given; Action a = () => { f = any; }; a(); memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = any; void Local() => memory.Map({|HCS2005:f|}); Local();")]
    [InlineData("Gfn f = given; try { f = any; number++; } catch { memory.Map({|HCS2005:f|}); }")]
    [InlineData("Gfn f = any; try { number++; } finally { memory.Map({|HCS2005:f|}); }")]
    [InlineData("Gfn f; f = f = any; memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = any; f++; memory.Map({|HCS2005:f|});", "static Gfn Dummy;")]
    [InlineData("goto there; there: memory.Map({|HCS2005:any|});")]
    [InlineData("AddressRange range = new(any.Address, 4096); memory.Map({|HCS2005:range.FirstFrame|});")]
    public Task What_is_unproven_on_any_way_is_flagged(string statements, string more = "") =>
        MapTargetCheck.Statements(statements.Replace("f++", "f += 1", System.StringComparison.Ordinal), Members + more);

    [Theory]
    [InlineData("Gfn f = given; memory.Map(f);")]
    [InlineData("Gfn f = any; f = given; memory.Map(f);")]
    [InlineData("Gfn f; if (condition) { f = given; } else { f = new Gfn(0x38000); } memory.Map(f);")]
    [InlineData("Gfn f = any; if (condition) { f = given; } else { return; } memory.Map(f);")]
    [InlineData("Gfn f = default; if (condition) { f = given; } memory.Map(f);")]
    [InlineData("Gfn f = Gfn.Invalid; for (int i = 0; i < number; i++) { f = given; } if (f == Gfn.Invalid) { return; } memory.Map(f);")]
    [InlineData("memory.Map(given + (ulong)number);")]
    [InlineData("memory.Map(new Gfn(given.Value + (ulong)number * 2));")]
    [InlineData("memory.MapAt(given.Address + (uint)number);")]
    [InlineData("memory.MapAt(new GuestPhysicalAddress(given.Value << 12 | (uint)number));")]
    [InlineData("for (ulong i = 0; i < 4; i++) { memory.Map(given + i); }")]
    [InlineData("for (Gfn f = given; condition; f += 1) { memory.Map(f); }")]
    [InlineData("for (ulong i = 0; i < 4; i++) { memory.Map(new Gfn(0x38000) + i); }")]
    [InlineData("(Gfn a, Gfn b) = (given, any); memory.Map(a); memory.Unmap(b);")]
    [InlineData("var pair = (free: given, other: any); memory.Map(pair.free);")]
    [InlineData("Pair p = new() { First = given, Second = any }; memory.Map(p.First);")]
    [InlineData("Pair p; p.First = given; p.Second = any; Pair q = p; memory.Map(q.First);")]
    [InlineData("Box b = new() { Frame = given }; Box c = b; memory.Map(c.Frame);")]
    [InlineData("Gfn f = any; ref Gfn r = ref f; r = given; memory.Map(f);")]
    [InlineData("Gfn f = any; Gfn* p = &f; *p = given; memory.Map(f); memory.Map(*p); memory.Map(p[0]);")]
    [InlineData("Gfn[] fs = { given, any }; fs[1] = given; memory.Map(fs[number]);")]
    [InlineData("Gfn[] fs = new Gfn[4]; for (int i = 0; i < 4; i++) { fs[i] = given + (ulong)i; } fixed (Gfn* p = fs) { memory.MapAll(p); }")]
    [InlineData("Gfn* fs = stackalloc Gfn[4]; for (int i = 0; i < 4; i++) { fs[i] = given; } memory.MapAll(fs); memory.MapAll(fs + 1);")]
    [InlineData("foreach (Gfn f in new[] { given, given + 1 }) { memory.Map(f); }")]
    [InlineData("Span<Gfn> fs = stackalloc Gfn[2]; fs[0] = given; fs[1] = given; memory.Map(fs[number]); memory.Map(fs.Slice(1)[0]);")]
    [InlineData("Span<Gfn> fs = new Gfn[2]; fs.Fill(given); foreach (Gfn f in fs) { memory.Map(f); }")]
    [InlineData("var list = new System.Collections.Generic.List<Gfn> { given }; list.Add(given); memory.Map(list[0]); foreach (Gfn f in list) { memory.Map(f); }")]
    [InlineData("var list = new System.Collections.Generic.List<Gfn> { any }; list.Clear(); list.Add(given); memory.Map(list[0]);")]
    [InlineData("var map = new System.Collections.Generic.Dictionary<int, Gfn>(); map[1] = given; if (map.TryGetValue(2, out Gfn f)) { memory.Map(f); }")]
    [InlineData("var q = new System.Collections.Generic.Queue<Gfn>(); q.Enqueue(given); memory.Map(q.Dequeue()); if (q.TryDequeue(out Gfn f)) { memory.Map(f); }")]
    [InlineData("memory.Map(Same(given)); memory.Map(Same<Gfn?>(given)!.Value);")]
    [InlineData("Gfn? m = given; if (m is { } f) { memory.Map(f); } memory.Map(m.GetValueOrDefault());")]
    [InlineData("Gfn f = given; Action a = () => memory.Map(f); a();")]
    [InlineData("Gfn f = given; Action a = () => { f = new Gfn(0x38000); }; a(); memory.Map(f);")]
    [InlineData("Gfn f = given; void Local() { memory.Map(f); f += 1; } Local();")]
    [InlineData("Gfn f = given; try { number++; } catch { memory.Map(f); } finally { memory.Map(f); }")]
    [InlineData("number++; try { number++; if (condition) { number++; } Action a = () => memory.Map(given); a(); } finally { number++; }")]
    [InlineData("if (condition) { throw new Exception(); } memory.Map(given);")]
    [InlineData("Gfn f = number switch { > 3 and < 5 => given, _ => new Gfn(0x44000) }; memory.Map(f);")]
    [InlineData("object boxed = given; memory.Map((Gfn)boxed);")]
    [InlineData("memory.Map(new AddressRange(given.Address, 8192).FirstFrame);")]
    [InlineData("ulong raw = given.Value; raw = raw + 1; memory.Map(new Gfn(raw));")]
    public Task What_is_proven_on_every_way_is_silent(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("memory.Map({|HCS2002:Chosen|});", "static bool s_flag; static readonly Gfn Chosen = s_flag ? new Gfn(0x40000) : new Gfn(0x44000);")]
    [InlineData("memory.Map({|HCS2002:Chosen|});", "static bool s_flag; static readonly Gfn Chosen = s_flag ? new Gfn(0x44000) : new Gfn(0x40000);")]
    [InlineData("memory.Map({|HCS2002:Chosen|});", "static int s_number; static readonly Gfn Chosen = s_number switch { 1 => new Gfn(0x44000), _ => new Gfn(0x40000) };")]
    [InlineData("memory.Map({|HCS2002:Chosen|});", "static Gfn? s_set; static readonly Gfn Chosen = new Gfn?(new Gfn(0x44000)) ?? new Gfn(0x40000);")]
    [InlineData("memory.Map({|HCS2002:Taken|});", "const bool Low = true; static readonly Gfn Taken = Low ? new Gfn(0x40000) : new Gfn(0x44000);")]
    [InlineData("long n = -0x40000; memory.Map({|HCS2002:new Gfn((ulong)(-n))|});")]
    [InlineData("long n = -0x44000; memory.Map({|HCS2002:new Gfn((ulong)(-(n + 0x4000)))|});")]
    [InlineData("ulong n = ~0x40000UL; memory.Map({|HCS2002:new Gfn(~n)|});")]
    [InlineData("long n = 0x40000; memory.Map({|HCS2002:new Gfn((ulong)(+n))|});")]
    [InlineData("nint n = 0x40000; memory.Map({|HCS2002:new Gfn((ulong)n)|});")]
    [InlineData("long m = -1; nint n = (nint)m; memory.Map({|HCS2005:new Gfn((ulong)n)|});")]
    [InlineData("long m = 0x8000_0000; nint n = (nint)m; memory.Map({|HCS2005:new Gfn((ulong)n)|});")]
    [InlineData("Gfn* p = (Gfn*)number; memory.Map({|HCS2005:new Gfn((ulong)p)|});")]
    [InlineData("int x = 1; int* p = &x; memory.Map({|HCS2006:new Gfn((ulong)p >> 12)|});")]
    [InlineData("var ((a, b), n) = Two(given, any); memory.Map({|HCS2005:a|}); memory.Map({|HCS2005:b|});", "static ((Gfn, Gfn), int) Two(Gfn a, Gfn b) => ((a, b), 1);")]
    [InlineData("Gfn a = given; (a, _) = One(); memory.Map({|HCS2005:a|});", "static (Gfn, int) One() => default;")]
    [InlineData("((Gfn a, Gfn b), int n) = ((given, any), 1); memory.Map({|HCS2005:b|});")]
    [InlineData("Gfn f = number switch { " + Seventeen + " _ => new Gfn(0x44000) }; memory.Map({|HCS2002:f|});")]
    [InlineData("ulong n = number switch { " + SeventeenNumbers + " _ => 0x44000 }; memory.Map({|HCS2005:new Gfn(n)|});")]
    [InlineData("if (condition) { s_kept = given; } memory.Map({|HCS2005:s_kept|});", "static Gfn s_kept;")]
    [InlineData("s_kept = given; if (condition) { Other(); } memory.Map({|HCS2005:s_kept|});", "static Gfn s_kept; static void Other() { }")]
    [InlineData("Gfn f = given; _ = new Taker(out f); memory.Map({|HCS2005:f|});", "class Taker { public Taker(out Gfn frame) { frame = default; } }")]
    [InlineData("Gfn[] fs = { given }; _ = new Taker(fs); memory.Map({|HCS2005:fs[0]|});", "class Taker { public Taker(Gfn[] frames) { } }")]
    [InlineData("memory.Map({|HCS2005:new Own()|});", "struct Own { public static implicit operator Gfn(Own own) => default; }")]
    [InlineData("var list = new System.Collections.Generic.List<Gfn> { any }; Gfn[] to = new Gfn[1]; list.CopyTo(to); memory.Map({|HCS2005:to[0]|});")]
    [InlineData("Gfn[] fs = { given }; Change(fs); memory.Map({|HCS2005:fs[0]|});", "static void Change(Span<Gfn> frames) { }")]
    [InlineData("Gfn[] fs = { given }; Change(fs); memory.Map({|HCS2005:fs[0]|});", "static void Change(Gfn[] frames) { }")]
    [InlineData("Gfn f = given; Action a = () => { (f, _) = (any, 1); }; a(); memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = given; Action a = () => { ref Gfn r = ref f; r = any; }; a(); memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn f = given; Action a = () => Swap(ref f); a(); memory.Map({|HCS2005:f|});", "static void Swap(ref Gfn frame) { }")]
    [InlineData("Gfn* p = stackalloc Gfn[2]; p[0] = given; p[1] = any; p++; memory.Map({|HCS2005:*p|});")]
    [InlineData("Gfn[] a = { given }, b = { given }; Gfn[] c = condition ? a : b; c[0] = any; memory.Map({|HCS2005:a[0]|});")]
    [InlineData("ulong n = 0x40000; n--; n++; memory.Map({|HCS2002:new Gfn(n)|});")]
    [InlineData("ulong n = 0x44000; n--; memory.Map({|HCS2002:new Gfn(n)|});")]
    [InlineData("Gfn a = given, b = given; ref Gfn f = ref condition ? ref a : ref b; f = any; memory.Map({|HCS2005:a|}); memory.Map({|HCS2005:b|});")]
    [InlineData("Gfn a = given, b = given; (condition ? ref a : ref b) = any; memory.Map({|HCS2005:a|}); memory.Map({|HCS2005:b|});")]
    [InlineData("Gfn a = given, b = any; memory.Map({|HCS2005:condition ? ref a : ref b|});")]
    [InlineData("Gfn a = given, b = any; ref Gfn f = ref condition ? ref a : ref b; memory.Map({|HCS2005:f|}); memory.Map(a);")]
    [InlineData("Gfn a = any, b = any; ref Gfn f = ref condition ? ref a : ref b; f = given; memory.Map({|HCS2005:a|});")]
    [InlineData("Gfn a = given, b = given, c = given; ref Gfn f = ref condition ? ref a : ref number > 1 ? ref b : ref c; f = any; memory.Map({|HCS2005:c|});")]
    [InlineData("Gfn a = given, b = given; Gfn* p = condition ? &a : &b; *p = any; memory.Map({|HCS2005:a|}); memory.Map({|HCS2005:b|});")]
    [InlineData("Gfn[] a = { given }; Gfn[] b = { given }; Gfn[] c = condition ? a : b; c[number] = any; memory.Map({|HCS2005:b[0]|});")]
    [InlineData("Gfn[] fs = { given, given }; fs[number] = any; memory.Map({|HCS2005:fs[1]|});")]
    [InlineData("Gfn[,] fs = new Gfn[2, 2]; fs[0, 1] = any; memory.Map({|HCS2005:fs[1, 1]|});")]
    [InlineData("Gfn f = given; Gfn* p = &f; p++; *p = any; memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn* p = stackalloc Gfn[2]; p->ToString(); p[1] = any; memory.Map({|HCS2005:p[1]|});")]
    [InlineData("s_list[0] = {|HCS2005:any|};", "[Proven] static Gfn[] s_list = new Gfn[4];")]
    [InlineData("Gfn[] fs = s_list; fs[0] = {|HCS2005:any|};", "[Proven] static Gfn[] s_list = new Gfn[4];")]
    [InlineData("Gfn f = given; Take(in f); f = any; Take(in f); memory.Map({|HCS2005:f|});", "static void Take(in Gfn frame) { }")]
    [InlineData("try { memory.Map({|HCS2005:any|}); } catch when (condition) { memory.Map({|HCS2005:any + 1|}); }")]
    [InlineData("foreach (Gfn f in Many(any)) { memory.Map({|HCS2005:f|}); }", "static System.Collections.Generic.IEnumerable<Gfn> Many(Gfn frame) { yield return frame; }")]
    [InlineData("Gfn f = any; checked { f += 1; } memory.Map({|HCS2005:f|});")]
    [InlineData("Gfn? f = null; f ??= any; memory.Map({|HCS2005:f.Value|});")]
    public Task What_is_computed_or_kept_on_the_way_is_followed(string statements, string more = "") =>
        MapTargetCheck.Statements(statements, Members + more);

    [Theory]
    [InlineData("memory.Map(Chosen);", "static bool s_flag; static readonly Gfn Chosen = s_flag ? new Gfn(0x44001) : new Gfn(0x44000);")]
    [InlineData("memory.Map(Taken);", "const bool Low = false; static readonly Gfn Taken = Low ? new Gfn(0x40000) : new Gfn(0x44000);")]
    [InlineData("memory.Map(Taken);", "const bool Low = true; static readonly Gfn Taken = Low ? new Gfn(0x44000) : new Gfn(0x40000);")]
    [InlineData("long n = -0x44000; memory.Map(new Gfn((ulong)(-n)));")]
    [InlineData("ulong n = ~0x44000UL; memory.Map(new Gfn(~n));")]
    [InlineData("nint n = 0x44000; memory.Map(new Gfn((ulong)n));")]
    [InlineData("if (condition) { s_kept = given; } else { s_kept = given + 1; } memory.Map(s_kept);", "static Gfn s_kept;")]
    [InlineData("s_kept = given; number++; memory.Map(s_kept);", "static Gfn s_kept;")]
    [InlineData("Gfn f = any; _ = new Taker(out f); memory.Map(f);", "class Taker { public Taker([Proven] out Gfn frame) { frame = new Gfn(0x44000); } }")]
    [InlineData("memory.Map(new Own());", "struct Own { [return: Proven] public static implicit operator Gfn(Own own) => new Gfn(0x44000); }")]
    [InlineData("var list = new System.Collections.Generic.List<Gfn> { given }; Gfn[] to = new Gfn[1]; list.CopyTo(to); memory.Map(to[0]);")]
    [InlineData("Gfn[] fs = { given }; Read(fs); memory.Map(fs[0]);", "static void Read(ReadOnlySpan<Gfn> frames) { }")]
    [InlineData("Gfn f = number switch { " + SixteenFree + " _ => new Gfn(0x44000) }; memory.Map(f);")]
    [InlineData("Gfn f = number switch { " + SixteenFree + " 17 => new Gfn(0x44011), _ => new Gfn(0x44000) }; memory.Map(f);")]
    [InlineData("var ((a, b), n) = ((given, any), 1); memory.Map(a);")]
    [InlineData("Pair p = new() { First = given, Second = any }; memory.Map(p.First); Gfn[] fs = { any, given }; memory.Map(fs[1]);")]
    [InlineData("Pair p = new() { First = given, Second = any }; Gfn* q = &p.First; memory.Map(*q);")]
    [InlineData("ulong n = 0x44000; n++; n--; memory.Map(new Gfn(n));")]
    [InlineData("Gfn a = any, b = any; Gfn* p = &a; *p = given; p = &b; *p = given; memory.Map(a); memory.Map(b);")]
    [InlineData("Gfn[] fs = { any, any }; fs[0] = given; memory.Map(fs[0]);")]
    [InlineData("memory.Map(s_list[0]); Gfn[] fs = s_list; memory.Map(fs[number]);", "[Proven] static Gfn[] s_list = new Gfn[4];")]
    [InlineData("Gfn? f = null; f ??= given; memory.Map(f.Value);")]
    [InlineData("Gfn a = any, b = given; ref Gfn f = ref condition ? ref a : ref b; f = given; memory.Map(b);")]
    [InlineData("Gfn a = any, b = any; (condition ? ref a : ref b) = given; a = given; memory.Map(a);")]
    [InlineData("Gfn a = given, b = given; memory.Map(condition ? ref a : ref b);")]
    [InlineData("Gfn a = given, b = given; ref Gfn f = ref condition ? ref a : ref b; f = a; memory.Map(f); memory.Map(b);")]
    [InlineData("Gfn f = given; Take(in f); memory.Map(f);", "static void Take(in Gfn frame) { }")]
    public Task What_is_computed_or_kept_and_proven_is_silent(string statements, string more = "") =>
        MapTargetCheck.Statements(statements, Members + more);
}
