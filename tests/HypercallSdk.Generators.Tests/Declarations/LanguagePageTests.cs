using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>What docs/declarations.md says of the language is so: its examples are sound and compile, and what it says they yield is there.</summary>
public sealed partial class LanguagePageTests
{
    private static readonly string[] Prelude = [.. Generation.Run(LanguagePage.Guest(), BuildProperties.Hook).Files];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, LanguagePage.Examples.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_is_sound_and_all_of_it_is_emitted(int example)
    {
        string source = Declared(LanguagePage.Examples[example]);

        Generation generation = await LanguagePage.Emitted(LanguagePage.Guest(source), "arm64");

        string[] files = [.. generation.Files.Except(Prelude).Where(static file => file != "Hypercall.Conduit.g.cs").Select(generation.Text)];
        Assert.Equal(Declaration().Count(source), files.Length);
        // A class that lacks an operation does not implement the interface.
        Assert.Equal(
            Declaration().Matches(source).Count(static match => match.Value == "[Hypercall"),
            files.Count(static text => text.Contains("struct Direct", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_hypervisors_calls_go_through_the_hook_on_every_ABI()
    {
        string source = LanguagePage.Examples.Single(static example => example.Contains("[HypercallConduit(", StringComparison.Ordinal));
        foreach (string abi in AbiNames.Names)
        {
            await LanguagePage.Emitted(LanguagePage.Guest(source), abi);
        }
    }

    [Fact]
    public Task A_struct_with_fields_of_its_own_is_a_record_as_it_stands() => LanguagePage.Emitted(
        LanguagePage.Guest(
            "[HypercallStruct(\"plain\", Size = 8)] public struct Plain { public uint A; public ushort B; }",
            LanguagePage.Record("Plain plain"), LanguagePage.Use("Row x", "x.plain.B = 5;")),
        "arm64");

    [Fact]
    public async Task A_union_is_reached_as_the_page_says()
    {
        const string Heading = "Unions";
        IReadOnlyList<string> code = LanguagePage.Code(LanguagePage.Section(Heading));
        IEnumerable<string> statements = code.Where(static item => item.StartsWith("e.", StringComparison.Ordinal))
            .Select(static item => item.EndsWith(')') ? item + ";" : $"_ = {item};")
            .Append($"ref MemoryReservation place = ref {code.Single(static item => item.StartsWith("body.", StringComparison.Ordinal))};");

        await LanguagePage.Emitted(
            LanguagePage.Guest(
                LanguagePage.Examples.Single(static example => example.Contains("[HypercallUnion]", StringComparison.Ordinal) && example.Contains("[Tag", StringComparison.Ordinal)),
                LanguagePage.Use("DemoEvent e, DemoEvent.Body body", string.Join('\n', statements))),
            "arm64");
    }

    [Fact]
    public Task The_span_overload_is_called_as_the_page_calls_it() => LanguagePage.Emitted(
        LanguagePage.Guest(
            LanguagePage.Examples.Single(static example => example.Contains("[Const]", StringComparison.Ordinal)),
            LanguagePage.Use(string.Empty, LanguagePage.Code(LanguagePage.Section("Buffers")).Single(static code => code.Contains("Span<", StringComparison.Ordinal)) + ";")),
        "arm64");

    /// <summary>Attributes of operations become operations; what else stands in an example is whole.</summary>
    private static string Declared(string example) => !example.StartsWith("[HypercallOp(", StringComparison.Ordinal) ? example : $$"""
        [Hypercall(40, "demo_op")]
        public partial interface IDemoOp
        {
        {{string.Concat(example.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static (line, index) => $"{line}\nXenResult Operation{index}(uint value);\n"))}}
        }
        """;

    [GeneratedRegex(@"\[Hypercall(Struct|Union)?\b")]
    private static partial Regex Declaration();
}
