using HypercallSdk.AbiCheck.History;
using HypercallSdk.Model.Xen;
using Xunit;

namespace HypercallSdk.AbiCheck.Tests;

/// <summary>Macros' texts, evaluated.</summary>
public sealed class MacroEvaluatorTests
{
    private static readonly MacroEvaluator Evaluator = new(new XenRelease(4, 17));

    [Theory]
    [InlineData("29", 29ul)]
    [InlineData("0x7FF0U", 0x7FF0ul)]
    [InlineData("(1 << 3)", 8ul)]
    [InlineData("1|2|4", 7ul)]
    [InlineData("2 + 3 * 4", 14ul)]
    [InlineData("(2 + 3) * 4", 20ul)]
    [InlineData("1 + 1 << 4", 32ul)]
    [InlineData("6 & 3 ^ 1", 3ul)]
    [InlineData("-9", unchecked((ulong)-9))]
    [InlineData("(~0ULL)", ulong.MaxValue)]
    [InlineData("xen_mk_ullong(0x03001000)", 0x03001000ul)]
    [InlineData("(xen_mk_ullong(1) << 62)", 1ul << 62)]
    [InlineData("GUEST_RAM0_BASE", 0x40000000ul)]
    public void Arithmetic_has_a_value(string text, ulong value) => Assert.Equal(value, Evaluator.Evaluate(text));

    [Theory]
    [InlineData("")]
    [InlineData("{ 1, 2 }")]
    [InlineData("\"text\"")]
    [InlineData("(1")]
    [InlineData("1 +")]
    [InlineData("NO_SUCH_MACRO")]
    [InlineData("(~(uint32_t)0)")]
    [InlineData("sizeof(int)")]
    public void What_is_none_is_left_to_the_compiler(string text) => Assert.Null(Evaluator.Evaluate(text));

    [Fact]
    public void A_macro_has_the_value_of_its_release()
    {
        Assert.Equal(0x2c001000ul, new MacroEvaluator(new XenRelease(4, 4)).Evaluate("GUEST_GICD_BASE"));
        Assert.Equal(0x03001000ul, new MacroEvaluator(new XenRelease(4, 5)).Evaluate("GUEST_GICD_BASE"));
    }
}
