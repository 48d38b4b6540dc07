using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>What docs/declarations.md says of the language is so: its examples are sound and compile, and what it says they yield is there.</summary>
public sealed partial class LanguagePageTests
{
    private static readonly string[] Abis = ["arm64", "arm32", "x86_64", "x86_32"];

    private static readonly string[] Prelude = [.. Generation.Run(LanguagePage.Guest(), BuildProperties.Hook).Files];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, LanguagePage.Examples.Count)];

    /// <summary>How fields are declared.</summary>
    public static TheoryData<string> Fields => [.. LanguagePage.Table("Records").Select(static row => row[0].Trim('`'))];

    public static TheoryData<string> Results => [.. LanguagePage.Table("Results").SelectMany(static row => LanguagePage.Code(row[0]))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_is_sound_and_all_of_it_is_emitted(int example)
    {
        string source = Declared(LanguagePage.Examples[example]);

        Generation generation = await Emitted(LanguagePage.Guest(source), "arm64");

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
        foreach (string abi in Abis)
        {
            await Emitted(LanguagePage.Guest(source), abi);
        }
    }

    [Fact]
    public Task A_struct_with_fields_of_its_own_is_a_record_as_it_stands() => Emitted(
        LanguagePage.Guest(
            "[HypercallStruct(\"plain\", Size = 8)] public struct Plain { public uint A; public ushort B; }",
            Record("Plain plain"), Use("Row x", "x.plain.B = 5;")),
        "arm64");

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_is_reached_as_its_row_says(string declared)
    {
        string reached = LanguagePage.Table("Records").Single(row => row[0].Trim('`') == declared)[2];
        string abi = declared.Contains("X86", StringComparison.Ordinal) ? "x86_64" : "arm64";
        bool isReached = reached.StartsWith('`');
        CSharpCompilation guest = LanguagePage.Guest(Record(declared), isReached ? Access(reached) : string.Empty);

        Compilation output = (await Emitted(guest, abi)).Output;

        if (!isReached)
        {
            Assert.Equal(["SizeInBytes", "before"], Public(output));
        }
    }

    [Fact]
    public async Task A_field_of_x86_is_not_there_on_Arm()
    {
        string declared = LanguagePage.Table("Records").Single(static row => row[0].Contains("X86", StringComparison.Ordinal))[0].Trim('`');

        Assert.Equal(["SizeInBytes", "before"], Public((await Emitted(LanguagePage.Guest(Record(declared)), "arm64")).Output));
    }

    [Theory]
    [InlineData("nint a", "`nint`, `nuint`")]
    [InlineData("nuint a", "`nint`, `nuint`")]
    [InlineData("Gfn a", "such a struct with ")]
    [InlineData("XenULong a", "such a struct with ")]
    [InlineData("void* a", "`T*`")]
    [InlineData("[Handle64] void* a", "`[Handle64] T*`")]
    [InlineData("[NativePointer] void* a", "`[NativePointer] T*`")]
    [InlineData("bool a", "`bool`")]
    public async Task A_type_is_as_wide_as_its_row_says(string field, string row)
    {
        string source = $"[HypercallStruct(\"row\")] public unsafe partial struct Row {{ static partial void Fields({field}); }}";
        List<object?> sizes = [];
        foreach (string abi in Abis)
        {
            INamedTypeSymbol type = (await Emitted(LanguagePage.Guest(source), abi)).Output.GetTypeByMetadataName("Row")!;
            sizes.Add(((IFieldSymbol)type.GetMembers("SizeInBytes").Single()).ConstantValue);
        }

        string[] cells = LanguagePage.Table("Types").First(cells => cells[0].StartsWith(row, StringComparison.Ordinal));
        Assert.Equal(cells[2], string.Join(' ', sizes.Distinct().Count() == 1 ? sizes.Distinct() : sizes));
    }

    [Fact]
    public async Task A_union_is_reached_as_the_page_says()
    {
        const string Heading = "Unions";
        IReadOnlyList<string> code = LanguagePage.Code(LanguagePage.Section(Heading));
        IEnumerable<string> statements = code.Where(static item => item.StartsWith("e.", StringComparison.Ordinal))
            .Select(static item => item.EndsWith(')') ? item + ";" : $"_ = {item};")
            .Append($"ref MemoryReservation place = ref {code.Single(static item => item.StartsWith("body.", StringComparison.Ordinal))};");

        await Emitted(
            LanguagePage.Guest(
                LanguagePage.Examples.Single(static example => example.Contains("[HypercallUnion]", StringComparison.Ordinal) && example.Contains("[Tag", StringComparison.Ordinal)),
                Use("DemoEvent e, DemoEvent.Body body", string.Join('\n', statements))),
            "arm64");
    }

    [Fact]
    public Task The_span_overload_is_called_as_the_page_calls_it() => Emitted(
        LanguagePage.Guest(
            LanguagePage.Examples.Single(static example => example.Contains("[Const]", StringComparison.Ordinal)),
            Use(string.Empty, LanguagePage.Code(LanguagePage.Section("Buffers")).Single(static code => code.Contains("Span<", StringComparison.Ordinal)) + ";")),
        "arm64");

    [Theory]
    [MemberData(nameof(Results))]
    public Task A_result_of_the_table_is_one(string result) => AssertResult(result + " Read();");

    [Theory]
    [InlineData("long")]
    [InlineData("ulong")]
    [InlineData("nint")]
    [InlineData("nuint")]
    public Task A_struct_made_of_the_result_register_is_a_result(string taken)
    {
        Assert.Contains(taken, LanguagePage.Code(LanguagePage.Table("Results").Single(static row => row[1] == "the result register")[0]));
        return AssertResult("Own Read();", $"public struct Own {{ public Own({taken} value) {{ }} }}");
    }

    [Fact]
    public Task A_part_of_the_result_register_is_a_result() => AssertResult(
        LanguagePage.Code(LanguagePage.Section("Results")).Single(static code => code.StartsWith("[return:", StringComparison.Ordinal)) + " Read();");

    private static Task<Generation> AssertResult(string method, string types = "") => Emitted(
        LanguagePage.Guest($$"""
            {{types}}
            [Hypercall(40, "demo_op")] public partial interface IDemoOp { [HypercallOp(1, "DEMO_read")] {{method}} }
            """),
        "arm64");

    /// <summary>Attributes of operations become operations; what else stands in an example is whole.</summary>
    private static string Declared(string example) => !example.StartsWith("[HypercallOp(", StringComparison.Ordinal) ? example : $$"""
        [Hypercall(40, "demo_op")]
        public partial interface IDemoOp
        {
        {{string.Concat(example.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static (line, index) => $"{line}\nXenResult Operation{index}(uint value);\n"))}}
        }
        """;

    private static string Record(string declared) => $$"""
        [HypercallStruct("row")]
        public unsafe partial struct Row { static partial void Fields(uint before, {{declared}}); }
        """;

    private static string Access(string reached)
    {
        string place = LanguagePage.Code(reached)[0];
        bool isReference = reached.Contains("a reference", StringComparison.Ordinal);
        return Use("Row x, int i, int j", $"{(isReference ? $"ref var place = ref {place};" : string.Empty)} var value = {place}; {place} = value;");
    }

    private static string Use(string parameters, string statements) =>
        $"public static unsafe class Use {{ public static void All({parameters}) {{ {statements} }} }}";

    private static IEnumerable<string> Public(Compilation output) => output.GetTypeByMetadataName("Row")!.GetMembers()
        .Where(static member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })
        .Select(static member => member.Name);

    /// <summary>No rule speaks, nothing is left out, and what comes out compiles.</summary>
    private static async Task<Generation> Emitted(CSharpCompilation guest, string abi)
    {
        BuildProperties properties = BuildProperties.Of(abi, "hook");
        Generation generation = Generation.Run(guest, properties);
        Assert.Empty(await Rules.Judge(guest, properties));
        Assert.DoesNotContain(generation.Complaints, complaint => complaint.Severity == DiagnosticSeverity.Error || generation.IsEmitted(complaint.Location));
        return generation;
    }

    [GeneratedRegex(@"\[Hypercall(Struct|Union)?\b")]
    private static partial Regex Declaration();
}
