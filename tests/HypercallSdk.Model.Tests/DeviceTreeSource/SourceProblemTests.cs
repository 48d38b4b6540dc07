using System;
using System.Linq;
using System.Text;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.DeviceTreeSource;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTreeSource;

/// <summary>Where a mistake in device tree source is said to be, and in what words.</summary>
public sealed class SourceProblemTests
{
    [Theory]
    [InlineData("", 1, 1, "does not begin with /dts-v1/")]
    [InlineData("/ { };", 1, 1, "does not begin with /dts-v1/")]
    [InlineData("/dts-v1/;", 1, 10, "no root node")]
    [InlineData("/dts-v1/\n/ { };", 2, 1, "';' is missing after /dts-v1/")]
    [InlineData("/dts-v1/; /plugin/; / { };", 1, 19, "an overlay is not a whole tree")]
    [InlineData("/dts-v1/; &gone { };", 1, 11, "no node &gone")]
    [InlineData("/dts-v1/; / { }; /delete-node/ &gone;", 1, 32, "no node &gone")]
    [InlineData("/dts-v1/; / { a = <&gone>; };", 1, 20, "no node &gone")]
    [InlineData("/dts-v1/; / { a = &{/gone}; };", 1, 19, "no node &/gone")]
    [InlineData("/dts-v1/; / { a {\n b;", 1, 15, "the node that begins here does not end")]
    [InlineData("/dts-v1/; / {\n a }; };", 2, 4, "';' is missing after the property a, before '}'")]
    [InlineData("/dts-v1/; / { b { }; a; };", 1, 22, "a property follows a child node")]
    [InlineData("/dts-v1/; / { a = ; };", 1, 19, "a value is missing before ';'")]
    [InlineData("/dts-v1/; / { a = <1 2; };", 1, 23, "a number is missing before ';'")]
    [InlineData("/dts-v1/; / { a = <-1>; };", 1, 20, "a number is missing before '-'")]
    [InlineData("/dts-v1/; / { a = <GIC_SPI 1>; };", 1, 20, "'GIC_SPI' is a name that the C preprocessor")]
    [InlineData("/dts-v1/; / { a = <089>; };", 1, 20, "none of base 8")]
    [InlineData("/dts-v1/; / { a = <0x10000000000000000>; };", 1, 20, "none of base 16 below 2^64")]
    [InlineData("/dts-v1/; / { a = <0x100000000>; };", 1, 20, "0x100000000 does not fit in 32 bits")]
    [InlineData("/dts-v1/; / { a = /bits/ 8 <&b>; b: b { }; };", 1, 29, "a reference does not fit")]
    [InlineData("/dts-v1/; / { a = /bits/ 12 <1>; };", 1, 26, "numbers of 12 bits")]
    [InlineData("/dts-v1/; / { a = <(1 / 0)>; };", 1, 23, "divides by 0")]
    [InlineData("/dts-v1/; / { a = <'ab'>; };", 1, 20, "2 bytes stand between the quotes")]
    [InlineData("/dts-v1/; / { a = \"b\n; };", 1, 19, "the quote that opens here is not closed")]
    [InlineData("/dts-v1/; / { a = \"\\xg\"; };", 1, 22, "no hexadecimal digit")]
    [InlineData("/dts-v1/; / { a = [0]; };", 1, 20, "is no byte")]
    [InlineData("/dts-v1/; / { /* a; };", 1, 15, "the comment that begins here does not end")]
    [InlineData("/dts-v1/;\n/include/ \"b.dtsi\"\n/ { };", 2, 1, "/include/ names another file")]
    [InlineData("/dts-v1/; / { /include/ \"b.dtsi\" };", 1, 15, "/include/ names another file")]
    [InlineData("/dts-v1/; / { a = /incbin/(\"b\"); };", 1, 19, "/incbin/ names another file")]
    [InlineData("/dts-v1/;\n#include <b.dtsi>\n/ { };", 2, 1, "for the C preprocessor")]
    [InlineData("/dts-v1/; / {\n\t#define A 1\n};", 2, 2, "for the C preprocessor")]
    [InlineData("/dts-v1/; / { a; b = <1>; a; };", 1, 27, "two properties a")]
    [InlineData("/dts-v1/; / { a { }; a { }; };", 1, 22, "two nodes a")]
    [InlineData("/dts-v1/; / { l: a { }; l: b { }; };", 1, 28, "the label l stands in two places")]
    [InlineData("/dts-v1/; / { a { phandle = <1>; }; b { phandle = <1>; }; };", 1, 41, "contradicts another")]
    [InlineData("/dts-v1/; / { a { phandle = <0>; }; };", 1, 19, "is no number of a node")]
    [InlineData("/dts-v1/; / { a@1@2 { }; };", 1, 15, "more than one @")]
    [InlineData("/dts-v1/; / { a { name = \"b\"; }; };", 1, 19, "its property name is not \"a\"")]
    public void A_mistake_is_told_at_its_line_and_column(string source, int line, int column, string cause)
    {
        MemoryMapProblem problem = DeviceTreeCompiler.Compile(source, "board.dts").Problems[0];
        Assert.Equal(("board.dts", line, column), (problem.Path, problem.Line, problem.Column));
        Assert.Contains(cause, problem.Cause, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Mend);
    }

    [Fact]
    public void A_mistake_is_told_in_the_file_that_the_preprocessor_took_it_from()
    {
        const string Source = "/dts-v1/;\n# 1 \"soc \\\"1\\\".dtsi\" 1\n/ {\n\ta = <>;\n};\n# 12 \"board.dts\" 2\n/ {\n  b = <x>;\n};\n";
        MemoryMapProblem problem = Assert.Single(DeviceTreeCompiler.Compile(Source, "/tmp/expanded.dts").Problems);
        Assert.Equal(("board.dts", 13, 8), (problem.Path, problem.Line, problem.Column));
        problem = Assert.Single(DeviceTreeCompiler.Compile(Source.Replace("<>", "<", StringComparison.Ordinal), "x.dts").Problems);
        Assert.Equal(("soc \"1\".dtsi", 2, 7), (problem.Path, problem.Line, problem.Column));
    }

    [Fact]
    public void Every_contradiction_is_told() => Assert.Equal(
        ["/", "/b"],
        DeviceTreeCompiler.Compile("/dts-v1/; / { a; a; b { b; b; c = <&x>; }; };", "x").Problems.Select(static problem => problem.Place));

    [Fact]
    public void What_nests_without_end_is_a_mistake_and_no_overflow()
    {
        string[] sources =
        [
            "/dts-v1/; / { a = <" + new string('(', 100_000) + "1",
            "/dts-v1/; / { a = <(" + new string('-', 100_000) + "1)>; };",
            "/dts-v1/; / { a = <(" + Repeat("1 ? 1 : ", 100_000) + "1)>; };",
            "/dts-v1/; / {" + Repeat("a {", 100_000),
            "/dts-v1/; / { l0: a { }; };" + string.Concat(Enumerable.Range(0, 200).Select(n => $"&l{n} {{ l{n + 1}: a {{ }}; }};")),
        ];
        Assert.All(sources, static source => Assert.Contains(
            "nested more than", Assert.Single(DeviceTreeCompiler.Compile(source, "x").Problems).Cause, StringComparison.Ordinal));
    }

    [Fact]
    public void As_deep_as_the_reader_goes_the_source_may_go()
    {
        string source = "/dts-v1/; / {" + Repeat("a {", 63) + Repeat("};", 64);
        Assert.NotNull(DeviceTreeMemoryMap.Read(source, "x.dts").Map);
        Assert.NotEmpty(DeviceTreeCompiler.Compile("/dts-v1/; / {" + Repeat("a {", 64) + Repeat("};", 65), "x").Problems);
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
