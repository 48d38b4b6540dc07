using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4002: which comparisons take a count of extents for an error number.</summary>
public sealed class ExtentCountTests
{
    private const string Decrease = "ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); ";
    private const string One = "ExtentCount done = MemoryOp.DecreaseReservation(gfns, 1, 0, default, DomId.Self); ";

    [Theory]
    [InlineData(Decrease + "if ({|HCS4002:done.Value < 0|}) { return false; }")]
    [InlineData(Decrease + "if ({|HCS4002:done.Value <= -1|}) { return false; }")]
    [InlineData(Decrease + "return {|HCS4002:done.Value >= 0|};")]
    [InlineData(Decrease + "return {|HCS4002:0 <= done.Value|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value == -1|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value != -14|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value > -1|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value is >= 0|};")]
    [InlineData(Decrease + "long value = done.Value; if ({|HCS4002:value < 0|}) { return false; }")]
    [InlineData(One + "return {|HCS4002:done.Value >= 0|};")]
    [InlineData("return {|HCS4002:MemoryOp.PopulatePhysmap(gfns, number, 0, default, DomId.Self).Value >= 0|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value > 0|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value == 0|};")]
    [InlineData("return {|HCS4002:MemoryOp.PopulatePhysmap(gfns, number, 0, default, DomId.Self).Value != 0|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value is 0|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value is not 0|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value is -1|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value is not -1|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value <= 0|};")]
    [InlineData(Decrease + "return {|HCS4002:done.Value < 1|};")]
    [InlineData(Decrease + "ExtentCount copy = done; return {|HCS4002:done.Value >= 0|} && copy.IsAll(number);")]
    public Task A_comparison_as_with_an_errno_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Decrease + "return done.Value >= 0 && done.IsAll(number);")]
    [InlineData(Decrease + "return done.Value + 0 == (long)number;")]
    [InlineData(Decrease + "return done.IsAll(number);")]
    [InlineData(Decrease + "return (ulong)done.Value == number;")]
    [InlineData(Decrease + "return done.Value == (long)number;")]
    [InlineData(Decrease + "return done.Value < (long)number;")]
    [InlineData(Decrease + "return done.Value >= 1 && done.Value == 8;")]
    [InlineData(Decrease + "if (done.Value == 0) { return false; } number -= (ulong)done.Value;")]
    [InlineData(One + "return done.Value > 0;")]
    [InlineData(One + "return done.Value != 0;")]
    [InlineData(One + "return done.Value < 1;")]
    [InlineData("return MemoryOp.DecreaseReservation(gfns, 1, 0, default, DomId.Self).Value > 0;")]
    [InlineData("XenResult result = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); return result.Value < 0;")]
    [InlineData("long value = 1; long other = -(long)number; return value < 0 && other < 0;")]
    [InlineData(Decrease + "long value = done.Value; value -= 8; if (value < 0) { return false; }")]
    public Task A_comparison_with_what_was_asked_for_is_not(string statements) => XenGuest.Statements(statements);

    [Fact]
    public Task A_count_of_unknown_origin_may_be_tested_for_none() => XenGuest.Members(
        "static bool IsAny(ExtentCount done) => done.Value > 0; static bool IsBad(ExtentCount done) => {|HCS4002:done.Value < 0|};");

    [Fact]
    public Task A_count_of_what_no_parameter_says_has_no_mend() => XenGuest.File(
        """
        [Hypercall("toy")]
        public unsafe partial interface IToy { [HypercallOp(0x84000001, "TOY_many")] ExtentCount Many(uint what); }
        static class Guest
        {
            static bool Never() => {|HCS4002:Toy.Many(1).Value < 0|};
            static bool Some() => {|HCS4002:Toy.Many(1).Value > 0|};
            static void Ignore() { {|HCS4001:Toy.Many(1)|}; }
        }
        """);
}
