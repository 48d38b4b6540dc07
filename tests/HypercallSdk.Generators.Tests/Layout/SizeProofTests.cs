using System;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Layout;

/// <summary>A struct of the wrong size does not compile, and one that is declared wrongly is not emitted.</summary>
public sealed class SizeProofTests
{
    private const string File = "Demo.IDemoOp.g.cs";

    private static readonly string Sound = Guest.Interface(
        "[HypercallOp(1, \"DEMO_read\", Struct = \"xen_demo\", Size = 16)] XenResult Read(Kind kind, ushort more, Gfn gfn);",
        "public enum Kind : ushort { }");

    [Theory]
    [InlineData("public ushort more;", "public uint more;")]
    [InlineData("sizeof(ushort) + sizeof(uint)", "sizeof(byte) + sizeof(uint)")]
    [InlineData("sizeof(Kind)", "sizeof(ulong)")]
    public void A_proof_line_that_does_not_add_up_is_an_error(string was, string becomes)
    {
        Generation generation = Generation.Run(Guest.With(Sound), BuildProperties.Hook);
        string field = generation.Text(File).Replace(was, becomes, StringComparison.Ordinal);
        string proof = was.StartsWith("public", StringComparison.Ordinal) ? field.Replace("sizeof(ushort) + sizeof(uint)", "sizeof(uint) + sizeof(uint)", StringComparison.Ordinal) : field;

        Diagnostic error = Assert.Single(WithEmitted(generation, proof).GetDiagnostics(), static item => item.Severity == DiagnosticSeverity.Error);

        Assert.Equal("CS0031", error.Id);
        Assert.Contains("SizeIs16", error.Location.SourceTree!.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line - 1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_enum_that_changes_its_width_behind_the_emitted_text_is_an_error()
    {
        Generation generation = Generation.Run(Guest.With(Sound), BuildProperties.Hook);
        SyntaxTree declaration = generation.Output.SyntaxTrees.Single(static tree => tree.FilePath == "Source0.cs");

        Compilation widened = generation.Output.ReplaceSyntaxTree(
            declaration, Guest.Tree(Sound.Replace("Kind : ushort", "Kind : uint", StringComparison.Ordinal)));

        Assert.Contains(widened.GetDiagnostics(), static item => item.Id == "CS0031");
    }

    [Fact]
    public void The_text_as_it_is_emitted_has_no_such_error()
    {
        Generation generation = Generation.Run(Guest.With(Sound), BuildProperties.Hook);

        Assert.DoesNotContain(generation.Complaints, static item => item.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(24)]
    public async Task An_operation_declared_with_another_size_is_left_out_and_reported(int size)
    {
        string source = Sound.Replace("Size = 16", $"Size = {size}", StringComparison.Ordinal)
            .Replace("gfn);", "gfn); [HypercallOp(2, \"DEMO_write\")] XenResult Write(uint value);", StringComparison.Ordinal);
        CSharpCompilation guest = Guest.With(source);

        Diagnostic diagnostic = Assert.Single(await Rules.Judge(guest, BuildProperties.Hook));

        Assert.Equal(("HCS0012", $"{size}"), (diagnostic.Id, Rules.Underlined(diagnostic)));
        Assert.Equal(
            $"'xen_demo' is declared with {size} bytes, but its fields make 16 on arm64: kind at 0 (2), more at 2 (2), padding at 4 (4), "
            + "gfn at 8 (8); mend the field that differs from C's, or Size",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Generation generation = Generation.Run(guest, BuildProperties.Hook);
        Assert.DoesNotContain("XenDemo", generation.Text(File), StringComparison.Ordinal);
        Assert.DoesNotContain("struct Direct", generation.Text(File), StringComparison.Ordinal);
        Assert.Contains(" Write(uint value)", generation.Text(File), StringComparison.Ordinal);
        Assert.DoesNotContain(generation.Complaints, static item => item.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task A_size_is_not_judged_where_the_operation_does_not_exist()
    {
        CSharpCompilation guest = Guest.With(Sound
            .Replace("Size = 16", "Size = 24", StringComparison.Ordinal)
            .Replace("[HypercallOp(1,", "[Availability(Abis = HypercallAbis.X86), HypercallOp(1,", StringComparison.Ordinal));

        Assert.Empty(await Rules.Judge(guest, BuildProperties.Hook));
    }

    [Fact]
    public async Task A_struct_with_other_fields_in_another_release_has_a_name_of_its_own()
    {
        CSharpCompilation guest = Guest.With(Guest.Interface(
            "[HypercallOp(1, \"DEMO_read\", Struct = \"xen_demo\", Size = 4), Availability(Until = \"4.14\")] XenResult Read(uint value);"
            + "[HypercallOp(1, \"DEMO_read\", Struct = \"xen_demo\", StructName = \"LongDemo\", Size = 8), Availability(Since = \"4.15\")]"
            + "XenResult ReadLong(ulong value);"));

        Assert.Empty(await Rules.Judge(guest, BuildProperties.Hook));
        string emitted = Generation.Run(guest, BuildProperties.Hook).Text(File);
        Assert.Contains("struct XenDemo", emitted, StringComparison.Ordinal);
        Assert.Contains("struct LongDemo", emitted, StringComparison.Ordinal);
    }

    private static Compilation WithEmitted(Generation generation, string text)
    {
        SyntaxTree emitted = generation.Result.GeneratedSources.Single(static source => source.HintName == File).SyntaxTree;
        return generation.Output.ReplaceSyntaxTree(emitted, CSharpSyntaxTree.ParseText(text, Guest.ParseOptions, emitted.FilePath));
    }
}
