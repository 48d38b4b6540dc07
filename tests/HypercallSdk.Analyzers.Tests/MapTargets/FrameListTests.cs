using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>Map targets that take many frames: pointers, spans and arrays.</summary>
public sealed class FrameListTests
{
    private const string Members = """
        static void Place([MapTarget] Gfn[] frames) { }
        static void PlaceSpan([MapTarget] ReadOnlySpan<Gfn> frames) { }
        static void Fill(Gfn[] frames) { frames[0] = new Gfn(0x38000); }
        static void FillPointer(Gfn* frames) { frames[0] = new Gfn(0x38000); }
        """;

    [Theory]
    [InlineData("Place({|HCS2002:new Gfn[] { new(0x38000), new(0x40000) }|});")]
    [InlineData("Place({|HCS2002:new[] { new Gfn(0x40000) }|});")]
    [InlineData("Place({|HCS2002:[new Gfn(0x40000), given]|});")]
    [InlineData("Place({|HCS2002:[new(0x40000)]|});")]
    [InlineData("Place({|HCS2002:{|HCS2003:condition ? [new Gfn(0x40000)] : new[] { new Gfn(0x39000) }|}|});")]
    [InlineData("PlaceSpan({|HCS2002:new[] { new Gfn(0x40000) }|});")]
    [InlineData("PlaceSpan({|HCS2002:stackalloc Gfn[] { new(0x40000) }|});")]
    [InlineData("PlaceSpan({|HCS2002:stackalloc[] { new Gfn(0x40000) }|});")]
    [InlineData("PlaceSpan({|HCS2002:stackalloc Gfn[1] { new(0x40000) }|});")]
    [InlineData("PlaceSpan({|HCS2002:[new Gfn(0x40000)]|});")]
    [InlineData("PlaceSpan({|HCS2002:new ReadOnlySpan<Gfn>(new[] { new Gfn(0x40000) })|});")]
    public Task An_element_in_the_argument_is_judged(string statements) => MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("Gfn[] frames = { new(0x40000) }; Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = [new(0x40000)]; Place({|HCS2002:frames|});")]
    [InlineData("Gfn frame = new(0x40000); Gfn[] frames = [frame]; Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x40000) }; int n = frames.Length; Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x40000) }; Place({|HCS2002:frames|}); PlaceSpan({|HCS2002:frames|});")]
    [InlineData("Gfn* frames = stackalloc Gfn[] { new(0x38000), new(0x40000) }; memory.MapAll({|HCS2002:frames|});")]
    [InlineData("Span<Gfn> frames = stackalloc Gfn[] { new(0x40000) }; PlaceSpan({|HCS2002:frames|});")]
    [InlineData("ReadOnlySpan<Gfn> frames = [new(0x40000)]; PlaceSpan({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x40000) }; fixed (Gfn* first = frames) { memory.MapAll({|HCS2002:first|}); }")]
    [InlineData("Gfn[] frames = { new(0x40000) }; Gfn[] same = frames; Place({|HCS2002:same|});")]
    [InlineData("Gfn frame = new(0x40000); memory.MapAll({|HCS2002:&frame|}); memory.Map({|HCS2002:frame|});")]
    [InlineData("Gfn[] frames = { new(0x40000) }; object kept = frames; Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x38000) }; frames[0] = new(0x40000); Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x3FFFF) }; frames[0] += 1; Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x40000) }; Gfn[][] kept = { frames }; Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x38000) }; Gfn[] same = frames; same[0] = new(0x40000); Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = new Gfn[2]; frames[1] = new(0x40000); Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = new Gfn[2]; frames[number] = new(0x40000); Place({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { new(0x40000), new(0x38000) }; memory.Map({|HCS2002:frames[0]|}); memory.Map(frames[1]);")]
    [InlineData("Gfn* frames = stackalloc Gfn[2]; frames[1] = new(0x40000); memory.MapAll({|HCS2002:frames|});")]
    [InlineData("Gfn[] frames = { given }; fixed (Gfn* p = &frames[0]) { *p = new(0x40000); } Place({|HCS2002:frames|});")]
    public Task A_local_that_holds_the_elements_is_judged(string statements) => MapTargetCheck.Statements(statements, Members);

    [Fact]
    public Task Static_properties_that_make_the_list_anew_are_judged() => MapTargetCheck.Statements(
        "PlaceSpan({|HCS2002:Frames|});", Members + "static ReadOnlySpan<Gfn> Frames => new[] { new Gfn(0x40000) };");

    [Theory]
    [InlineData("Place(new Gfn[] { new(0x38000), new(0x44000), given });")]
    [InlineData("Place(new Gfn[4]);")]
    [InlineData("Place(null!);")]
    [InlineData("Place([]);")]
    [InlineData("memory.MapAll(null);")]
    [InlineData("Gfn[] frames = { new(0x40000) }; frames[0] = given; Place(frames);")]
    [InlineData("Gfn[] frames = { new(0x40000) }; ref Gfn first = ref frames[0]; first = given; Place(frames);")]
    [InlineData("Gfn[] frames = { new(0x40000) }; Gfn[] same = frames; same[0] = given; Place(frames);")]
    [InlineData("Gfn[] frames = { new(0x40000) }; Span<Gfn> same = frames; same[0] = given; Place(frames);")]
    [InlineData("Gfn[] frames = { new(0x40000) }; fixed (Gfn* p = frames) { p[0] = given; } Place(frames);")]
    [InlineData("Gfn[] frames = { new(0x40000) }; fixed (Gfn* p = &frames[0]) { *p = given; } Place(frames);")]
    [InlineData("Gfn[] frames = { new(0x40000) }; Array.Clear(frames); Place(frames);")]
    [InlineData("Gfn* frames = stackalloc Gfn[] { new(0x40000) }; frames[0] = given; memory.MapAll(frames);")]
    [InlineData("Gfn* frames = stackalloc Gfn[] { new(0x40000) }; *frames = given; memory.MapAll(frames);")]
    [InlineData("Gfn* frames = stackalloc Gfn[] { new(0x40000), new(0x38000) }; frames++; memory.MapAll(frames);")]
    [InlineData("Gfn* frames = stackalloc Gfn[2]; frames[0] = new(0x38000); memory.MapAll(frames);")]
    [InlineData("Span<Gfn> frames = stackalloc Gfn[] { new(0x40000) }; frames[0] = given; PlaceSpan(frames);")]
    [InlineData("Span<Gfn> frames = stackalloc Gfn[] { new(0x40000) }; frames.Clear(); PlaceSpan(frames);")]
    public Task A_list_that_is_free_or_may_change_is_silent(string statements) =>
        MapTargetCheck.Statements(statements, Members);

    [Theory]
    [InlineData("Gfn frame = new(0x38000); FillPointer(&frame); memory.Map({|HCS2005:frame|});")]
    [InlineData("Gfn[] frames = { new(0x38000) }; Fill(frames); Place({|HCS2005:frames|});")]
    [InlineData("Gfn* frames = stackalloc Gfn[] { new(0x38000) }; FillPointer(frames); memory.MapAll({|HCS2005:frames|});")]
    [InlineData("memory.MapAll({|HCS2005:(Gfn*)0x40000|});")]
    [InlineData("Place({|HCS2005:Frames|});")]
    public Task A_list_that_others_write_is_unproven(string statements) => MapTargetCheck.Statements(
        statements, Members + "static readonly Gfn[] Frames = { new(0x40000) };");
}
