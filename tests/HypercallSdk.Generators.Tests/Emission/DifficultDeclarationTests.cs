using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Emission;

/// <summary>Declarations that are sound but invite uncompilable text: no rule speaks, so what is emitted must compile.</summary>
public sealed class DifficultDeclarationTests
{
    [Theory]
    [InlineData("XenResult @ref([CName(\"in\")] uint @in);", "")]
    [InlineData("XenResult Read(@event @new);", "public struct @event { public uint Value; }")]
    [InlineData("XenResult Read(in Wide wide);", "public struct Wide { public uint A; public uint B; }")]
    [InlineData("XenResult Read(in Gfn gfn, in uint count);", "")]
    [InlineData("XenResult Read(uint argument, out uint result);", "")]
    [InlineData("XenResult Read(uint Operation, out Status status);", "public readonly struct Status { public readonly short Value; }")]
    [InlineData("XenResult Read([StoredAs(AbiInteger.U8)] ref long small, [StoredAs(AbiInteger.S64)] out byte large);", "")]
    [InlineData("XenResult Read(XenDemo value);", "public struct XenDemo { public uint A; public uint B; }")]
    [InlineData("XenResult Read(Direct value);", "public struct Direct { public uint A; public uint B; }")]
    [InlineData("XenResult Read([MapTarget] Demo.Direct* value);", "public struct Direct { public uint A; public uint B; }")]
    [InlineData("void ToString(uint GetHashCode);", "")]
    [InlineData("long Read(E value, out F status);", "public enum E : sbyte { } public enum F : long { }")]
    [InlineData("XenResult Read(delegate*<uint, void> callback, void** pointers);", "")]
    public Task A_struct_operation_compiles(string method, string types) =>
        AssertCompiles(Guest.Interface($"[HypercallOp(1, \"DEMO_read\", Struct = \"xen_demo\")] {method}", types));

    [Theory]
    [InlineData("XenResult @ref(uint @in);", "")]
    [InlineData("XenResult Read(in Gfn gfn, in uint @in, Gfn gfn_);", "")]
    [InlineData("XenResult Read(sbyte small, Signed wrapped, long large);", "public readonly struct Signed { public readonly short Value; }")]
    [InlineData("void GetType();", "")]
    [InlineData("long Equals(E value);", "public enum E : sbyte { }")]
    [InlineData("XenResult Read(void* pointer, uint* a, Gfn** b, delegate*<void> c);", "")]
    public Task A_register_operation_compiles(string method, string types) =>
        AssertCompiles(Guest.Interface($"[HypercallOp(1, \"DEMO_read\")] {method}", types));

    [Theory]
    [InlineData("nint Read();", "")]
    [InlineData("nuint Read();", "")]
    [InlineData("ulong Read(uint result);", "")]
    [InlineData("XenQuantity Read();", "")]
    [InlineData("Gfn Read();", "")]
    [InlineData("W Read();", "public struct W { public W(nuint v) { } public W(long v, int w = 0) { } }")]
    [InlineData("W Read();", "public struct W { public W(long v) { } public W(V v) { } } public struct V { public static implicit operator V(nint v) => default; }")]
    [InlineData("W Read();", "public struct W { public W(decimal v) { } public W(object v) { } internal W(ulong v) { } }")]
    [InlineData("[return: StoredAs(AbiInteger.S32)] int Read();", "")]
    [InlineData("[return: StoredAs(AbiInteger.U32)] int Read();", "")]
    [InlineData("[return: StoredAs(AbiInteger.S8)] ulong Read();", "")]
    [InlineData("[return: StoredAs(AbiInteger.U64)] ulong Read();", "")]
    [InlineData("[return: StoredAs(AbiInteger.U64)] long Read();", "")]
    [InlineData("[return: StoredAs(AbiInteger.S16)] nuint Read();", "")]
    [InlineData("[return: StoredAs(AbiInteger.U32)] @event Read();", "public enum @event : short { }", false)]
    [InlineData("[return: StoredAs(AbiInteger.U16)] @event Read();", "public enum @event : short { }")]
    [InlineData("[return: StoredAs(AbiInteger.S32)] W Read();", "public struct W { public W(uint v) { } public W(long v) { } }")]
    [InlineData("[return: StoredAs(AbiInteger.S32)] W Read(uint a, in Gfn b);", "public struct W { public W(uint v) { } public W(object v) { } }")]
    [InlineData("[return: StoredAs(AbiInteger.S64)] XenResult Read();", "")]
    public async Task A_result_compiles(string method, string types, bool fits = true)
    {
        foreach (string @struct in (string[])["", ", Struct = \"xen_demo\""])
        {
            string operation = @struct.Length == 0 ? method : method.Replace("Read(", "Read(out uint result" + (method.Contains("()", StringComparison.Ordinal) ? "" : "_, "), StringComparison.Ordinal);
            string source = Guest.Interface($"[HypercallOp(1, \"DEMO_read\"{@struct})] {operation}", types);
            if (fits)
            {
                await AssertCompiles(source);
            }
            else
            {
                Assert.Equal("HCS0011", Assert.Single(await Rules.Judge(Guest.With(source), BuildProperties.Hook)).Id);
            }
        }
    }

    [Theory]
    [InlineData("\"demo\"", "Number = \"x0\", Arguments = \"x1 x2 x3 x4 x5 x6 x7\"", "1", "ulong a0, uint a1, uint x0, Gfn d, in Gfn e, sbyte f, void* g")]
    [InlineData("\"demo\"", "Number = \"x8\", Arguments = \"x0 x1 x2 x3 x4 x5 x6 x7\"", "1", "uint a, uint b, uint c, uint d, uint e, uint f, uint g, uint h")]
    [InlineData("\"demo\"", "Number = \"x3\", Arguments = \"x17 x0 x16 x9 x1\", Result = \"x17\", Instruction = \"smc\"", "0xFFFFFFFF", "uint a, uint b, uint c")]
    [InlineData("\"demo\"", "Number = \"x7\"", "0", "")]
    [InlineData("12, \"demo\"", "Number = \"x16\", Arguments = \"x0 x1 x2 x3 x4\", Immediate = 0xEA1", "1", "")]
    [InlineData("12, \"demo\"", "Number = \"x0\", Arguments = \"x1\", Immediate = 0xFFFF", "1", "")]
    public Task Any_sound_conduit_compiles(string hypercall, string conduit, string number, string parameters) => AssertCompiles($$"""
        using HypercallSdk;
        namespace Demo;
        [Hypercall({{hypercall}}), HypercallConduit({{conduit}})]
        public unsafe partial interface IDemoOp
        {
            [HypercallOp({{number}}, "DEMO_read")] long Read({{parameters}});
            [HypercallOp(77, "DEMO_trap")] void hypercall_hvc_imm0();
        }
        """);

    [Fact]
    public Task A_struct_goes_through_any_conduit() => AssertCompiles("""
        using HypercallSdk;
        namespace Demo;
        [Hypercall(3, "demo", Batched = true), HypercallConduit(Number = "x9", Arguments = "x10 x0 x11")]
        public unsafe partial interface IDemoOp
        {
            [HypercallOp(1, "DEMO_read", Struct = "demo")] XenResult Read(uint a, out short status);
        }
        """);

    [Theory]
    [InlineData("namespace @event.@class;")]
    [InlineData("namespace IDemoOp.DemoOp2;")]
    [InlineData("namespace DemoOp;")]
    [InlineData("")]
    public Task Any_namespace_will_do(string @namespace) => AssertCompiles($$"""
        using HypercallSdk;
        {{@namespace}}
        [Hypercall(40, "demo_op")]
        public partial interface IDemoOp
        {
            [HypercallOp(1, "DEMO_read")] XenResult Read(uint value);
        }
        """);

    [Theory]
    [InlineData("namespace ; [HypercallSdk.Hypercall(40, \"demo_op\")] public partial interface IDemoOp { }", "[HypercallSdk.Hypercall(40, \"demo_op\")] public partial interface IDemoOp { }")]
    [InlineData("partial class Outer { [HypercallSdk.HypercallStruct] partial struct A { static partial void Fields(int a); } }", "partial struct Outer { [HypercallSdk.HypercallStruct] partial struct A { static partial void Fields(int a); } }")]
    public void Two_declarations_of_one_name_are_the_compilers_business(string one, string other)
    {
        Generation generation = Generation.Run(Guest.With(one, other), BuildProperties.Hook);

        Assert.Null(generation.Result.Exception);
        Assert.Contains(generation.Complaints, static complaint => complaint.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public Task A_struct_whose_tag_begins_with_a_digit_behind_underscores_gets_a_name() =>
        AssertCompiles(Guest.Interface("[HypercallOp(1, \"DEMO_read\", Struct = \"_9p\")] XenResult Read(uint value);"));

    [Fact]
    public Task A_struct_called_as_a_type_of_another_operation_does_not_hide_it() => AssertCompiles(Guest.Interface(
        """
        [HypercallOp(1, "DEMO_read", Struct = "xen_result")] XenResult Read(uint value);
        [HypercallOp(2, "DEMO_write", Struct = "map_target")] XenResult Write([MapTarget] Gfn gpfn);
        """));

    [Theory]
    [InlineData("\r")]
    [InlineData("\u2028")]
    [InlineData("\r\n")]
    public void Doc_comments_keep_their_lines_whatever_ends_them(string end)
    {
        string source = Guest.Interface($"/// <summary>One.{end}/// Two.</summary>{end}#pragma warning disable CS9999{end}"
            + "[HypercallOp(1, \"DEMO_read\")] XenResult Read(uint value);");

        string text = Generation.Run(Guest.With(source), BuildProperties.Hook).Text("Demo.IDemoOp.g.cs");

        Assert.Contains("    /// <summary>One.\n    /// Two.</summary>\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CS9999", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_whose_names_differ_in_case_only_are_told_apart_by_a_number()
    {
        string[] sources = [Declaration("Demo", "IDemo", 40), Declaration("Demo", "Idemo", 41), Declaration("demo", "IDEMO", 42)];

        Generation generation = await AssertCompiles(sources);

        Assert.Equal(
            ["Demo.IDemo.g.cs", "Demo.Idemo.2.g.cs", "Hypercall.Conduit.g.cs", "demo.IDEMO.3.g.cs"],
            generation.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_interface_called_as_the_conduits_file_is_told_apart_by_a_number()
    {
        Generation generation = await AssertCompiles(Declaration("Hypercall", "Conduit", 40), Declaration("hypercall", "conduit", 41));

        Assert.Equal(
            ["Hypercall.Conduit.2.g.cs", "Hypercall.Conduit.g.cs", "hypercall.conduit.3.g.cs"],
            generation.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_nested_type_in_the_interface_does_not_cost_the_instance_for_mocks()
    {
        Generation generation = await AssertCompiles(Guest.Interface(
            "public enum Kind : uint { } [HypercallOp(1, \"DEMO_read\")] XenResult Read(Kind kind);"));

        Assert.Contains("struct Direct : IDemoOp", generation.Text("Demo.IDemoOp.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_nested_as_deep_as_they_may_be_are_laid_out_at_once()
    {
        IEnumerable<string> records = Enumerable.Range(0, 14).Select(static depth =>
            $"public struct R{depth} {{ public R{depth + 1} Inner; public byte More; }}");
        string types = string.Concat(records) + "public struct R14 { public ulong Value; public byte More; }";
        string source = Guest.Interface("[HypercallOp(1, \"DEMO_read\", Struct = \"demo\", Size = 128)] XenResult Read(R0 value);", types);

        Assert.Empty(await Rules.Judge(Guest.With(source), BuildProperties.Hook));
        await AssertCompiles(source);
    }

    private static string Declaration(string @namespace, string name, uint number) => $$"""
        namespace {{@namespace}}
        {
            [HypercallSdk.Hypercall({{number}}, "demo_op")]
            public partial interface {{name}}
            {
                [HypercallSdk.HypercallOp(1, "DEMO_read")] HypercallSdk.XenResult Read(uint value);
            }
        }
        """;

    /// <summary>Compiles with both conduits, with and without checked arithmetic, and without a word from a rule.</summary>
    private static async Task<Generation> AssertCompiles(params string[] sources)
    {
        CSharpCompilation guest = Guest.With(sources);
        Assert.Empty(await Rules.Judge(guest, BuildProperties.Hook));
        Assert.DoesNotContain(guest.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Compilation strict = guest.WithOptions(guest.Options.WithOverflowChecks(true));
        AssertEmittedWell(Generation.Run(strict, BuildProperties.Hvc));
        Generation generation = Generation.Run(guest, BuildProperties.Hook);
        AssertEmittedWell(generation);
        return generation;
    }

    private static void AssertEmittedWell(Generation generation)
    {
        Assert.Null(generation.Result.Exception);
        Assert.DoesNotContain(
            generation.Complaints,
            complaint => complaint.Severity == DiagnosticSeverity.Error || generation.IsEmitted(complaint.Location));
        Assert.True(generation.Files.Count > 1, "nothing was emitted");
    }
}
