using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Abi.Tests.Declarations;
using HypercallSdk.Abi.Tests.Disassembly;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Headers;
using HypercallSdk.AbiCheck.Toolchain;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>The stubs that the hvc conduit emits, assembled and disassembled.</summary>
public sealed class StubTests : IDisposable
{
    private static readonly Lazy<string> XenStubs = new(static () => EmittedAssembly.Of(GuestSources.OfRepository().Compile(AbiKind.Arm64)));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_hypercall_has_one_stub_that_loads_its_number_traps_and_returns()
    {
        IReadOnlyList<Function> stubs = Disassembler.FunctionsOf(AssembleXen());

        Assert.Equal(
            DeclaredNumbers().Select(static number => $"hypercall_hvc_{number}: mov x16, #0x{number:x}; hvc #0xea1; ret"),
            stubs.Select(static stub => $"{stub.Name}: {string.Join("; ", stub.Instructions.Select(static item => item.Text))}"));
    }

    [Fact]
    public void The_trap_carries_the_tag_that_Xens_headers_want()
    {
        IEnumerable<string> tags = Disassembler.FunctionsOf(AssembleXen())
            .SelectMany(static stub => stub.Instructions)
            .Where(static instruction => instruction.Mnemonic == "hvc")
            .Select(static instruction => instruction.Operands);

        DeclaredConstant tag =
            new("XEN_HYPERCALL_TAG", Number(Assert.Single(tags.Distinct())), default, Availability.Everywhere, File: string.Empty);
        DeclaredAbi declared = new(AbiKind.Arm64, [], [], [tag], []);
        Assert.Empty(HeaderCheck.Of(declared, XenHeaders.Fetch("4.17")).Findings);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0xFFFFu)]
    [InlineData(0x10000u)]
    [InlineData(0x12345u)]
    [InlineData(0xFFFFFFFFu)]
    public void Any_number_reaches_x16_whole(uint number)
    {
        Function stub = Assert.Single(Disassembler.FunctionsOf(Assembler.Assemble(EmittedAssembly.Of(MadeUp(number)), _folder)));

        Assert.Equal($"hypercall_hvc_{number}", stub.Name);
        Assert.Equal(number > 0xFFFF ? 4 : 3, stub.Instructions.Count);
        Assert.Equal(number, LoadedInto("x16", stub.Instructions.SkipLast(2)));
        Assert.Equal(["hvc #0xea1", "ret"], stub.Instructions.TakeLast(2).Select(static item => item.Text));
    }

    [Theory]
    [InlineData("Number = \"x0\", Arguments = \"x1 x2 x3 x4 x5 x6 x7\"", "hypercall_hvc_imm0: hvc #0x0; ret")]
    [InlineData("Number = \"x0\", Instruction = \"smc\"", "hypercall_smc_imm0: smc #0x0; ret")]
    [InlineData("Immediate = 0x4A48, Number = \"x0\", Arguments = \"x1 x2\"", "hypercall_hvc_imm19016: hvc #0x4a48; ret")]
    [InlineData("Immediate = 0xFFFF, Number = \"x0\", Result = \"x1\"", "hypercall_hvc_imm65535_result_x1: hvc #0xffff; mov x0, x1; ret")]
    [InlineData(
        "Immediate = 0xEA1, Number = \"x16\", Arguments = \"x0 x1 x2 x3 x4\"",
        "hypercall_hvc_19088743: mov x16, #0x4567; movk x16, #0x123, lsl #16; hvc #0xea1; ret")]
    [InlineData(
        "Immediate = 1, Number = \"x8\", Arguments = \"x0 x1\"",
        "hypercall_hvc_imm1_x8_is_19088743: mov x8, #0x4567; movk x8, #0x123, lsl #16; hvc #0x1; ret")]
    [InlineData(
        "Immediate = 0xEA1, Number = \"x16\", Arguments = \"x0\", Result = \"x17\"",
        "hypercall_hvc_imm3745_x16_is_19088743_result_x17: mov x16, #0x4567; movk x16, #0x123, lsl #16; hvc #0xea1; mov x0, x17; ret")]
    [InlineData(
        "Number = \"x1\", Arguments = \"x17 x0 x9 x3\"",
        "hypercall_hvc_imm0_x17_from_x2_x9_from_x4: mov x17, x2; mov x9, x4; hvc #0x0; ret")]
    [InlineData(
        "Number = \"x0\", Arguments = \"x8 x9 x10 x11 x12 x13 x14\"",
        "hypercall_hvc_imm0_x8_from_x1_x9_from_x2_x10_from_x3_x11_from_x4_x12_from_x5_x13_from_x6_x14_from_x7: mov x8, x1; mov x9, x2; "
        + "mov x10, x3; mov x11, x4; mov x12, x5; mov x13, x6; mov x14, x7; hvc #0x0; ret")]
    public void A_conduit_of_the_interfaces_own_is_what_its_attribute_says(string conduit, string expected)
    {
        Function stub = Assert.Single(Disassembler.FunctionsOf(Assembler.Assemble(EmittedAssembly.Of(OwnConduit(conduit)), _folder)));

        Assert.Equal(expected, $"{stub.Name}: {string.Join("; ", stub.Instructions.Select(static item => item.Text))}");
    }

    [Fact]
    public void Interfaces_with_one_shape_share_its_stub_and_leave_Xens_alone()
    {
        CSharpCompilation guest = GuestSources.Guest("""
            using HypercallSdk;
            [Hypercall("a"), HypercallConduit(Number = "x0", Arguments = "x1")]
            internal partial interface IA { [HypercallOp(0x84000000, "A0")] long Zero(); [HypercallOp(0x84000001, "A1")] long One(uint a); }
            [Hypercall("b"), HypercallConduit(Number = "x0", Arguments = "x1 x2 x3")]
            internal partial interface IB { [HypercallOp(0x84000000, "B0")] long Zero(uint a, uint b, uint c); }
            [Hypercall(12, "c"), HypercallConduit(Immediate = 0xEA1, Number = "x16", Arguments = "x0 x1")]
            internal partial interface IC { [HypercallOp(0, "C0")] long Zero(uint a); }
            [Hypercall(12, "d")]
            internal partial interface ID { [HypercallOp(1, "D0")] long Zero(uint a); }
            """);

        Assert.Equal(
            ["hypercall_hvc_imm0", "hypercall_hvc_12"],
            Disassembler.FunctionsOf(Assembler.Assemble(EmittedAssembly.Of(guest), _folder)).Select(static stub => stub.Name));
    }

    [Fact]
    public void The_stubs_are_weak_functions_in_text()
    {
        string[] symbols = [.. CrossTool.Arm64.Output("objdump", "-t", AssembleXen())
            .Split('\n')
            .Where(static line => line.Contains("hypercall_hvc_", StringComparison.Ordinal))];

        Assert.Equal(DeclaredNumbers().Count(), symbols.Length);
        Assert.All(symbols, static symbol => Assert.Matches(@"^[0-9a-f]{16}  w    F \.text\t000000000000000c hypercall_hvc_\d+$", symbol));
    }

    [Fact]
    public void The_stubs_are_aligned_and_ask_for_no_executable_stack()
    {
        string sections = CrossTool.Arm64.Output("objdump", "-h", AssembleXen());

        Assert.Matches(@"(?m)^ +\d+ \.text .* 2\*\*[2-9]\n.*\bCODE\b", sections);
        Assert.Matches(@"(?m)^ +\d+ \.note\.GNU-stack ", sections);
        Assert.DoesNotMatch(@"(?m)^ +\d+ \.note\.GNU-stack .*\n.*\bCODE\b", sections);
    }

    [Fact]
    public void Two_parts_of_a_guest_may_declare_the_same_hypercall()
    {
        string stubs = AssembleXen();
        string both = _folder.PathOf("both.o");

        CrossTool.Arm64.Output("ld", "-r", stubs, stubs, "-o", both);

        string symbols = CrossTool.Arm64.Output("nm", both);
        Assert.Single(symbols.Split('\n'), static line => line.EndsWith(" hypercall_hvc_12", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static IEnumerable<uint> DeclaredNumbers() => DeclaredAbi.Read(GuestSources.OfRepository(), AbiKind.Arm64)
        .Hypercalls
        .Select(static hypercall => hypercall.Number!.Value)
        .Distinct()
        .Order();

    private static CSharpCompilation MadeUp(uint number) => GuestSources.Guest($$"""
        [HypercallSdk.Hypercall({{number}}, "made_up")]
        internal partial interface IMadeUp
        {
            [HypercallSdk.HypercallOp(1, "MADEUP_op")]
            HypercallSdk.XenResult Op();
        }
        """);

    private static CSharpCompilation OwnConduit(string conduit) => GuestSources.Guest($$"""
        [HypercallSdk.Hypercall("made_up"), HypercallSdk.HypercallConduit({{conduit}})]
        internal partial interface IMadeUp
        {
            [HypercallSdk.HypercallOp(0x01234567, "MADEUP_op")]
            HypercallSdk.XenResult Op();
        }
        """);

    /// <summary>What a register holds after a run of moves into it, as the architecture defines them.</summary>
    private static uint LoadedInto(string register, IEnumerable<Instruction> moves)
    {
        uint value = 0;
        foreach (Instruction move in moves)
        {
            string[] operands = move.Operands.Split(", ");
            Assert.Equal(register, operands[0]);
            uint immediate = (uint)Number(operands[1]);
            value = (move.Mnemonic, operands.Length) switch
            {
                ("mov" or "movz", 2) => immediate,
                ("movk", 3) when operands[2] == "lsl #16" => (value & 0xFFFF) | (immediate << 16),
                _ => throw new InvalidOperationException($"'{move.Text}' is no move that a stub makes."),
            };
        }

        return value;
    }

    private static long Number(string immediate) =>
        long.Parse(immediate.Replace("#0x", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private string AssembleXen() => Assembler.Assemble(XenStubs.Value, _folder);
}
