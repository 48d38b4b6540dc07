using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>What the tables of docs/declarations.md say of types, fields and results is so.</summary>
public sealed class LanguageTableTests
{
    /// <summary>How fields are declared.</summary>
    public static TheoryData<string> Fields => [.. LanguagePage.Table("Records").Select(static row => row[0].Trim('`'))];

    public static TheoryData<string> Results => [.. LanguagePage.Table("Results").SelectMany(static row => LanguagePage.Code(row[0]))];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_is_reached_as_its_row_says(string declared)
    {
        string reached = LanguagePage.Table("Records").Single(row => row[0].Trim('`') == declared)[2];
        string abi = declared.Contains("X86", StringComparison.Ordinal) ? "x86_64" : "arm64";
        bool isReached = reached.StartsWith('`');
        CSharpCompilation guest = LanguagePage.Guest(LanguagePage.Record(declared), isReached ? Access(reached) : string.Empty);

        Compilation output = (await LanguagePage.Emitted(guest, abi)).Output;

        if (!isReached)
        {
            Assert.Equal(["SizeInBytes", "before"], Public(output));
        }
    }

    [Fact]
    public async Task A_field_of_x86_is_not_there_on_Arm()
    {
        string declared = LanguagePage.Table("Records").Single(static row => row[0].Contains("X86", StringComparison.Ordinal))[0].Trim('`');

        Assert.Equal(["SizeInBytes", "before"], Public((await LanguagePage.Emitted(LanguagePage.Guest(LanguagePage.Record(declared)), "arm64")).Output));
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
        foreach (string abi in AbiNames.Names)
        {
            INamedTypeSymbol type = (await LanguagePage.Emitted(LanguagePage.Guest(source), abi)).Output.GetTypeByMetadataName("Row")!;
            sizes.Add(((IFieldSymbol)type.GetMembers("SizeInBytes").Single()).ConstantValue);
        }

        string[] cells = LanguagePage.Table("Types").First(cells => cells[0].StartsWith(row, StringComparison.Ordinal));
        Assert.Equal(cells[2], string.Join(' ', sizes.Distinct().Count() == 1 ? sizes.Distinct() : sizes));
    }

    [Theory]
    [InlineData("arm64", null)]
    [InlineData("x86_32", "HCS0013")] // the guest's frames are compiled without HYPERCALL_ABI_X86_32 here
    public async Task Frames_in_memory_must_be_as_wide_as_the_ABIs(string abi, string? rule)
    {
        CSharpCompilation guest = Guest.With(Guest.Interface("[HypercallOp(1, \"DEMO_read\")] XenResult Read(Gfn* frames);"));

        IReadOnlyList<Diagnostic> diagnostics = await Rules.Judge(guest, BuildProperties.Of(abi, "hook"));

        Assert.Equal(rule is null ? [] : [rule], diagnostics.Select(static diagnostic => diagnostic.Id));
    }

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

    private static Task<Generation> AssertResult(string method, string types = "") => LanguagePage.Emitted(
        LanguagePage.Guest($$"""
            {{types}}
            [Hypercall(40, "demo_op")] public partial interface IDemoOp { [HypercallOp(1, "DEMO_read")] {{method}} }
            """),
        "arm64");

    private static string Access(string reached)
    {
        string place = LanguagePage.Code(reached)[0];
        bool isReference = reached.Contains("a reference", StringComparison.Ordinal);
        return LanguagePage.Use("Row x, int i, int j", $"{(isReference ? $"ref var place = ref {place};" : string.Empty)} var value = {place}; {place} = value;");
    }

    private static IEnumerable<string> Public(Compilation output) => output.GetTypeByMetadataName("Row")!.GetMembers()
        .Where(static member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })
        .Select(static member => member.Name);
}
