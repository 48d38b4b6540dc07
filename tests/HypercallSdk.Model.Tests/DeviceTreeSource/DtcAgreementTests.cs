using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using HypercallSdk.Model.DeviceTreeSource;
using HypercallSdk.Model.Tests.DeviceTrees;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTreeSource;

/// <summary>Our compiler of device tree source against dtc: the same tree, property by property, and the same verdict on what is none.</summary>
public sealed partial class DtcAgreementTests
{
    private const int Mutants = 400;

    private static readonly string EveryConstruct =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DeviceTreeSource", "every-construct.dts"));

    [Fact]
    public void Every_construct_means_what_it_means_to_dtc() => Assert.True(Agrees(EveryConstruct), "neither takes it");

    [Theory]
    [InlineData("/dts-v1/; / { }; / { a; }; / { a = <1>; b; };")]
    [InlineData("/dts-v1/; / { a { }; }; / { /delete-node/ a; }; / { b { }; a { x; }; };")]
    [InlineData("/dts-v1/; / { x; /delete-property/ x; }; / { x; /delete-property/ x; };")]
    [InlineData("/dts-v1/; / { a; /delete-property/ b; c; }; / { b = <2>; };")]
    [InlineData("/dts-v1/; / { r = <&l>; l: a { p = <&l>; }; q: b { phandle = <1>; }; };")]
    [InlineData("/dts-v1/; / { a: a { b { c; }; }; }; /delete-node/ &a; / { a { b { }; }; };")]
    [InlineData("/dts-v1/; / { a: x { }; }; b: &a { }; &b { y = <&a>; };")]
    [InlineData("/dts-v1/;\r\n/ {\r\n\ta = \"1\r\n2\";\r\n};\r\n")]
    [InlineData("/dts-v1/;\n# 7 \"other.dts\" 1 3\n/ { #a; };\n#line 9 \"board.dts\"\n/ { b; };")]
    [InlineData("/dts-v1/; / { #a = <1>; - = <2>; a,b.c { }; 0 { }; };")]
    public void What_changes_a_tree_changes_it_as_dtc_does(string source) => Assert.True(Agrees(source), "neither takes it");

    [Fact]
    public void The_tree_of_QEMUs_virt_board_is_the_same_from_its_source() =>
        Assert.True(Agrees(OutsideTool.Decompile(OutsideTool.DumpVirtBoard())), "neither takes it");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_source_with_mistakes_gets_the_verdict_that_dtc_gives_it(int seed)
    {
        Random random = new(seed);
        int taken = 0;
        for (int count = 0; count < Mutants; count++)
        {
            taken += Agrees(Mutate(EveryConstruct, random)) ? 1 : 0;
        }

        Assert.InRange(taken, Mutants / 20, Mutants * 19 / 20);
    }

    /// <summary>Exchanges, doubles or takes out a word.</summary>
    private static string Mutate(string source, Random random)
    {
        List<string> words = [];
        foreach (Match word in Words().Matches(Comments().Replace(source, string.Empty)))
        {
            words.Add(word.Value);
        }

        for (int wounds = random.Next(1, 3); wounds > 0; wounds--)
        {
            int place = random.Next(words.Count);
            string other = words[random.Next(words.Count)];
            words[place] = random.Next(3) switch { 0 => string.Empty, 1 => other, _ => words[place] + other };
        }

        return string.Concat(words);
    }

    [GeneratedRegex("""("([^\\"]|\\.)*"|'([^'\\]|\\.)*'|/[a-z-]+/|&\{[^}]*\}|[&]?\w+:?|[,.+*#?@-]+|\s+|.)""")]
    private static partial Regex Words();

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Whether both take the source; then the trees are the same.</summary>
    private static bool Agrees(string source)
    {
        CompiledTree tree = DeviceTreeCompiler.Compile(source, "board.dts");
        using TemporaryFolder directory = new();
        string output = directory.PathOf("tree.dtb");
        ProgramRun run = ProgramRun.Of("dtc", "-q", "-I", "dts", "-O", "dtb", "-o", output, directory.Write("board.dts", source));
        Assert.True(
            (run.ExitCode == 0) == (tree.Blob is not null),
            $"dtc: {run.ExitCode} {run.Errors}\nours: {string.Join('\n', tree.Problems)}\n{source}");
        if (tree.Blob is null)
        {
            return false;
        }

        Assert.Equal(OutsideTool.Decompile(File.ReadAllBytes(output)), OutsideTool.Decompile(tree.Blob));
        return true;
    }
}
