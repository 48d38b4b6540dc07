using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>
/// Every way of writing a constant that is seen through. All name the guest's own RAM unless they say otherwise.
/// </summary>
public sealed class FlaggedConstantTests
{
    [Theory]
    [InlineData("memory.Map({|HCS2002:new Gfn(0x40000)|});")]
    [InlineData("memory.Map({|HCS2002:new(0x40000)|});")]
    [InlineData("memory.Map({|HCS2002:((new Gfn((ulong)0x40000)))|});")]
    [InlineData("memory.Map({|HCS2002:new Gfn(value: 0x40000)|});")]
    [InlineData("memory.Map(gpfn: {|HCS2002:new Gfn(0x40000)|});")]
    [InlineData("memory.Map({|HCS2002:checked(new Gfn(0x3FFFF) + 1)|});")]
    [InlineData("memory.MapAt({|HCS2002:new GuestPhysicalAddress(0x40000123)|});")]
    public Task A_constructor_s_constant_is_judged(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("memory.Map({|HCS2000:default|});")]
    [InlineData("memory.Map({|HCS2000:default(Gfn)|});")]
    [InlineData("memory.Map({|HCS2000:new Gfn()|});")]
    [InlineData("memory.Map({|HCS2000:new()|});")]
    [InlineData("{|HCS2000:memory.MapOptional(1)|};")]
    public Task A_default_value_is_frame_0(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("memory.Map({|HCS2002:new GuestPhysicalAddress(0x40000000).Frame|});")]
    [InlineData("memory.MapAt({|HCS2002:new Gfn(0x40000).Address|});")]
    [InlineData("memory.Map({|HCS2002:new Gfn(new Gfn(0x40000).Value)|});")]
    [InlineData("memory.Map({|HCS2002:new Gfn(new GuestPhysicalAddress(0x40000000).Value >> GuestPhysicalAddress.PageShift)|});")]
    [InlineData("memory.Map({|HCS2001:Gfn.Invalid|});")]
    [InlineData("memory.MapAt({|HCS2001:Gfn.Invalid.Address|});")]
    public Task The_frame_types_own_members_are_computed(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("memory.Map({|HCS2002:new Gfn(0x3FFFF) + 1|});")]
    [InlineData("memory.Map({|HCS2002:new Gfn(0x44000) - 1|});")]
    [InlineData("memory.MapAt({|HCS2002:new GuestPhysicalAddress(0x3FFFFFFF) + 1|});")]
    [InlineData("memory.MapAt({|HCS2002:new GuestPhysicalAddress(0x44000000) - 0x100001|});")]
    [InlineData("memory.Map({|HCS2001:new Gfn(0) - 1|});")]
    [InlineData("memory.MapAt({|HCS2001:new Gfn(0x10000000040000).Address|});")]
    [InlineData("memory.MapAt({|HCS2001:new Gfn(0x10000000038000).Address + 0x1000|});")]
    [InlineData("memory.Map({|HCS2001:new Gfn(0x10000000038000).Address.Frame|});")]
    public Task Operators_are_computed_and_lost_bits_are_seen(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("const ulong frame = 0x40000; memory.Map({|HCS2002:new Gfn(frame)|});")]
    [InlineData("ulong frame = 0x40000; memory.Map({|HCS2002:new Gfn(frame)|});")]
    [InlineData("ulong address = 0x40000000; memory.Map({|HCS2002:new Gfn(address >> 12)|});")]
    [InlineData("ulong address = 0x40000000; memory.Map({|HCS2002:new Gfn(address / 4096)|});")]
    [InlineData("ulong high = 4; memory.Map({|HCS2002:new Gfn((high << 16) | 0xFF)|});")]
    [InlineData("ulong high = 4; memory.Map({|HCS2002:new Gfn(high * 0x10000 + 1 - 1)|});")]
    [InlineData("ulong odd = 0x40001; memory.Map({|HCS2002:new Gfn((odd & ~1UL) ^ 2)|});")]
    [InlineData("int minus = -1; memory.Map({|HCS2001:new Gfn((ulong)minus)|});")]
    [InlineData("ulong big = 0x100040000; memory.Map({|HCS2002:new Gfn((uint)big)|});")]
    [InlineData("char page = '@'; memory.Map({|HCS2002:new Gfn((ulong)page << 12)|});")]
    [InlineData("memory.Map({|HCS2002:new Gfn((ulong)Place.Ram)|});")]
    [InlineData("nuint word = 0x40000; memory.Map({|HCS2002:new Gfn(word)|});")]
    [InlineData("Place place = Place.Ram; memory.Map({|HCS2002:new Gfn((ulong)place)|});")]
    public Task Integers_are_computed_as_csharp_computes_them(string statements) =>
        MapTargetCheck.Statements(statements, "enum Place : uint { Ram = 0x40000 }");

    [Theory]
    [InlineData("Gfn frame = new Gfn(0x40000); memory.Map({|HCS2002:frame|});")]
    [InlineData("Gfn frame; frame = new Gfn(0x40000); memory.Map({|HCS2002:frame|});")]
    [InlineData("Gfn first = new Gfn(0x40000); Gfn second = first + 1; memory.Map({|HCS2002:second|});")]
    [InlineData("Gfn frame = new Gfn(0x40000); Action later = () => memory.Map({|HCS2002:frame|}); later();")]
    [InlineData("Gfn frame; memory.Map({|HCS2002:frame = new Gfn(0x40000)|});")]
    [InlineData("Gfn frame = new Gfn(0x40000); Look(in frame); memory.Map({|HCS2002:frame|}); static void Look(in Gfn f) { }")]
    public Task A_local_that_is_assigned_once_is_followed(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("memory.Map({|HCS2002:condition ? new Gfn(0x40000) : new Gfn(0x38000)|});")]
    [InlineData("memory.Map({|HCS2003:condition ? given : new Gfn(0x39000)|});")]
    [InlineData("memory.Map({|HCS2002:{|HCS2003:condition ? new Gfn(0x40000) : new Gfn(0x39000)|}|});")]
    [InlineData("memory.Map({|HCS2003:true ? new Gfn(0x39000) : new Gfn(0x40000)|});")]
    [InlineData("memory.Map({|HCS2002:{|HCS2004:number switch { 1 => new Gfn(0x40000), 2 => new Gfn(0x22000), _ => given }|}|});")]
    [InlineData("Gfn? maybe = condition ? given : null; memory.Map({|HCS2002:maybe ?? new Gfn(0x40000)|});")]
    [InlineData("Gfn? maybe = new Gfn(0x40000); memory.Map({|HCS2002:maybe ?? given|});")]
    [InlineData("ulong frame = condition ? 0x40000u : 0x38000u; memory.Map({|HCS2002:new Gfn(frame)|});")]
    [InlineData("memory.Map({|HCS2002:(condition ? new Gfn(0x40000) : new Gfn(0x38000)) + 1|});")]
    public Task Each_branch_is_judged(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("Gfn frame = new Gfn(0x40000); if (condition) { frame += 1; } memory.Map({|HCS2002:frame|});")]
    [InlineData("(Gfn frame, int n) = (new Gfn(0x40000), 1); memory.Map({|HCS2002:frame|});")]
    [InlineData("for (Gfn frame = new Gfn(0x40000); condition; frame += 1) { memory.Map({|HCS2002:frame|}); }")]
    [InlineData("for (ulong i = 0; i < 4; i++) { memory.Map({|HCS2002:new Gfn(0x40000) + i|}); }")]
    [InlineData("foreach (Gfn frame in new[] { new Gfn(0x40000) }) { memory.Map({|HCS2002:frame|}); }")]
    [InlineData("if (new Gfn(0x40000) is Gfn frame) { memory.Map({|HCS2002:frame|}); }")]
    [InlineData("Gfn? maybe = new Gfn(0x40000); maybe ??= given; memory.Map({|HCS2002:maybe.Value|});")]
    public Task What_flows_through_statements_is_judged(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("const ulong Frame = 0x40000;", "new Gfn(Frame)")]
    [InlineData("static readonly ulong Frame = 0x40000;", "new Gfn(Frame)")]
    [InlineData("static readonly Gfn Frame = new Gfn(0x40000);", "Frame")]
    [InlineData("static readonly Gfn Frame = new(0x40000);", "Frame + 1")]
    [InlineData("static readonly Gfn Start = new(0x3FFFF), Frame = Start + 1;", "Frame")]
    [InlineData("static Gfn Frame => new Gfn(0x40000);", "Frame")]
    [InlineData("static Gfn Frame { get; } = new Gfn(0x40000);", "Frame")]
    [InlineData("static Gfn Frame { get => new Gfn(0x40000); }", "Frame")]
    [InlineData("static Gfn Frame { get { return new Gfn(0x40000); } }", "Guest.Frame")]
    public Task A_static_that_never_changes_is_followed(string member, string argument) =>
        MapTargetCheck.Statements($"memory.Map({{|HCS2002:{argument}|}});", member);

    [Fact]
    public Task A_static_of_another_file_is_followed()
    {
        GuestTest<Analyzers.MapTargets.MapTargetAnalyzer> test = new()
        {
            Guest = GuestSource.Method("memory.Map({|HCS2002:Layout.Scratch|});"),
            Map = GuestSource.Map,
        };
        test.TestState.Sources.Add("static class Layout { public static readonly HypercallSdk.Gfn Scratch = new(0x40000); }");
        return test.Run();
    }
}
