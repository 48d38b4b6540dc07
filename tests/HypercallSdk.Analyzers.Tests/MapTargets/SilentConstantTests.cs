using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>
/// What no rule about constants may speak of: free frames, frames that are not constant, and whatever the author vouches for.
/// </summary>
public sealed class SilentConstantTests
{
    [Theory]
    [InlineData("memory.Map(new Gfn(0x38000));")]
    [InlineData("memory.Map(new Gfn(0x38FFF));")]
    [InlineData("memory.Map(new Gfn(0x44000));")]
    [InlineData("memory.Map(new Gfn(0xFFFFF));")]
    [InlineData("memory.Map(new Gfn(0x200000));")]
    [InlineData("memory.Map(new Gfn(0xFFFFFFF));")]
    [InlineData("memory.MapAt(new GuestPhysicalAddress(0x38000FFF));")]
    [InlineData("memory.MapAt(new Gfn(0x38000).Address + 0xFFFFFF);")]
    [InlineData("memory.Map(new Gfn(0x10000000038000) - 0x10000000000000);")]
    [InlineData("memory.Map(Gfn.Invalid + 0x38001);")]
    [InlineData("memory.Map(condition ? new Gfn(0x38000) : new Gfn(0x44000));")]
    [InlineData("memory.Map(false ? new Gfn(0x40000) : new Gfn(0x38000));")]
    [InlineData("Gfn* frames = stackalloc Gfn[] { new(0x38000), new(0x38001) }; memory.MapAll(frames);")]
    public Task A_frame_in_a_hypervisor_region_is_silent(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("memory.Map(Gfn.Unproven(0x40000, \"test\"));")]
    [InlineData("memory.Map(Gfn.Unproven(0x40000, \"test\") + 1);")]
    [InlineData("memory.MapAt(Gfn.Unproven(0x40000, \"test\").Address);")]
    [InlineData("memory.MapAt(GuestPhysicalAddress.Unproven(0x40000000, \"test\"));")]
    [InlineData("Gfn frame = Gfn.Unproven(0x40000, \"test\"); memory.Map(frame);")]
    [InlineData("memory.Map(condition ? Gfn.Unproven(0x40000, \"test\") : given);")]
    public Task What_the_author_vouches_for_is_silent(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("memory.Map(given);")]
    [InlineData("memory.Map(given + 0x40000);")]
    [InlineData("Gfn frame = new Gfn(0x40000); frame = given; memory.Map(frame);")]
    [InlineData("Gfn frame = new Gfn(0x40000); Gfn* pointer = &frame; *pointer = given; memory.Map(frame);")]
    [InlineData("Gfn frame = new Gfn(0x40000); ref Gfn alias = ref frame; alias = given; memory.Map(frame);")]
    [InlineData("Gfn one = new(0x38000); Gfn frame = new Gfn(0x40000); ref Gfn alias = ref one; alias = ref frame; alias = given; memory.Map(frame);")]
    [InlineData("Gfn frame = new Gfn(0x40000); int n; (frame, n) = (given, 1); memory.Map(frame);")]
    [InlineData("Gfn frame = new Gfn(0x40000); Action change = () => frame = given; change(); memory.Map(frame);")]
    [InlineData("Gfn frame = new Gfn(0x40000); change(); memory.Map(frame); void change() { frame = given; }")]
    public Task What_may_have_another_value_is_silent(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("memory.Map({|HCS2005:new Gfn((ulong)number)|});")]
    [InlineData("memory.Map({|HCS2005:new Gfn((ulong)number * 0 + 0x40000)|});")]
    [InlineData("Gfn frame = new Gfn(0x40000); Change(ref frame); memory.Map({|HCS2005:frame|}); static void Change(ref Gfn f) => f = new(0x38000);")]
    [InlineData("Make(out Gfn frame); memory.Map({|HCS2005:frame|}); static void Make(out Gfn f) => f = new(0x40000);")]
    [InlineData("Gfn frame = new Gfn(0x40000); Make(out frame); memory.Map({|HCS2005:frame|}); static void Make(out Gfn f) => f = new(0x38000);")]
    [InlineData("int zero = 0; memory.Map({|HCS2005:new Gfn((ulong)(1 / zero))|});")]
    [InlineData("int minus = -1; memory.Map({|HCS2005:new Gfn(checked((ulong)minus))|});")]
    [InlineData("ulong high = ulong.MaxValue; memory.Map({|HCS2005:new Gfn(checked(high + 1))|});")]
    [InlineData("double half = 0.5; memory.Map({|HCS2005:new Gfn((ulong)half)|});")]
    [InlineData("nuint word = 0x40000; memory.Map({|HCS2005:new Gfn(word << 1 >> 1)|});")]
    public Task What_is_no_constant_and_no_proof_is_unproven(string statements) => MapTargetCheck.Statements(statements);

    [Theory]
    [InlineData("static Gfn Frame = new Gfn(0x40000);")]
    [InlineData("static Gfn Frame { get; set; } = new Gfn(0x40000);")]
    [InlineData("static Gfn Frame { get { Count++; return new Gfn(0x40000); } } static int Count;")]
    [InlineData("static readonly Gfn Frame = new Gfn(0x40000); static Guest() { Frame = new Gfn(0x38000); }")]
    [InlineData("static Gfn Frame { get; } = new Gfn(0x40000); static Guest() { Frame = new Gfn(0x38000); }")]
    [InlineData("static readonly Gfn Frame = Other; static readonly Gfn Other = Frame;")]
    [InlineData("static Gfn Frame => Other; static Gfn Other => Frame;")]
    [InlineData("static readonly Gfn Frame; static Guest() { Frame = new Gfn(0x40000); }")]
    [InlineData("static readonly Gfn Frame = Make(); static Gfn Make() => new Gfn(0x40000);")]
    public Task A_static_that_may_change_is_unproven(string member) =>
        MapTargetCheck.Statements("memory.Map({|HCS2005:Frame|});", member);

    [Theory]
    [InlineData("memory.Unmap(new Gfn(0x40000));")]
    [InlineData("memory.Unmap(Gfn.Invalid);")]
    [InlineData("memory.MapOptional((int)new Gfn(0x40000).Value, new Gfn(0x38000));")]
    [InlineData("Console(new Gfn(0x40000)); static void Console(Gfn frame) { }")]
    [InlineData("Gfn unused = new Gfn(0x40000);")]
    public Task A_frame_that_reaches_no_map_target_is_silent(string statements) => MapTargetCheck.Statements(statements);

    [Fact]
    public Task A_value_that_doubles_its_branches_with_every_line_is_given_up_in_time()
    {
        string[] lines = new string[64];
        lines[0] = "Gfn f0 = given;";
        for (int index = 1; index < lines.Length; index++)
        {
            lines[index] = $"Gfn f{index} = condition ? f{index - 1} : f{index - 1} + {index};";
        }

        return MapTargetCheck.Statements(string.Join('\n', lines) + "memory.Map(f63);");
    }

    [Fact]
    public Task A_sum_of_a_thousand_terms_does_not_exhaust_the_stack() => MapTargetCheck.Statements(
        $"memory.Map({{|HCS2002:new Gfn(0x40000){string.Concat(System.Linq.Enumerable.Repeat(" + 1", 1000))}|}});");
}
