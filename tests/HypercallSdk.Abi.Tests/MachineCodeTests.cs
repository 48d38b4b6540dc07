using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.Declarations;
using HypercallSdk.Abi.Tests.Disassembly;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>Stubs as bytes are the assembler's own: of the linked stubs, or, where there are none, of the sequence that is wanted.</summary>
public sealed class MachineCodeTests : IDisposable
{
    /// <summary>Zero to five arguments, and numbers of every width.</summary>
    private const string MadeUp = """
        using HypercallSdk;
        [Hypercall("made_up")]
        internal partial interface IMadeUp
        {
            [HypercallOp(0, "MADEUP_0")] long Zero();
            [HypercallOp(11, "MADEUP_1")] long One(uint a);
            [HypercallOp(0xFFFF, "MADEUP_2")] long Two(uint a, uint b);
            [HypercallOp(0x10000, "MADEUP_3")] long Three(uint a, uint b, uint c);
            [HypercallOp(0x12345678, "MADEUP_4")] long Four(uint a, uint b, uint c, uint d);
            [HypercallOp(0xFFFFFFFF, "MADEUP_5")] long Five(uint a, uint b, uint c, uint d, uint e);
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(AbiKind.Arm64, "hvc")]
    [InlineData(AbiKind.Arm32, "hvc")]
    [InlineData(AbiKind.X86_64, "vmcall")]
    [InlineData(AbiKind.X86_64, "vmmcall")]
    [InlineData(AbiKind.X86_64, "syscall")]
    [InlineData(AbiKind.X86_32, "vmcall")]
    [InlineData(AbiKind.X86_32, "vmmcall")]
    [InlineData(AbiKind.X86_32, "int82")]
    public void Each_stub_is_to_the_byte_what_the_assembler_makes_of_the_linked_one(AbiKind abi, string conduit)
    {
        AssertSame(GuestSources.Guest(MadeUp), abi, conduit, 6);
    }

    [Theory]
    [InlineData("Number = \"x0\", Arguments = \"x1 x2 x3 x4 x5 x6 x7\"")]
    [InlineData("Immediate = 0xFFFF, Number = \"x0\", Result = \"x17\", Instruction = \"smc\"")]
    [InlineData("Immediate = 1, Number = \"x8\", Arguments = \"x0 x1\"")]
    [InlineData("Number = \"x0\", Arguments = \"x8 x9 x10 x11 x12 x13 x14\"")]
    public void So_is_one_of_a_conduit_of_the_interfaces_own(string conduit)
    {
        CSharpCompilation guest = GuestSources.Guest($$"""
            [HypercallSdk.Hypercall("made_up"), HypercallSdk.HypercallConduit({{conduit}})]
            internal partial interface IMadeUp { [HypercallSdk.HypercallOp(0x01234567, "MADEUP_op")] HypercallSdk.XenResult Op(); }
            """);

        AssertSame(guest, AbiKind.Arm64, "hvc", 1);
    }

    [Fact]
    public void So_are_those_of_Xens_own_hypercalls() => AssertSame(GuestSources.OfRepository().Compile(AbiKind.Arm64), AbiKind.Arm64, "hvc", 10);

    [Theory]
    [InlineData("vmcall", "", "vmcall", "")]
    [InlineData("vmmcall", "", "vmmcall", "")]
    [InlineData("syscall", "push %rcx; push %r11; ", "syscall", "; pop %r11; pop %rcx")]
    public void Called_as_on_Windows_it_moves_every_argument_and_keeps_the_callers_registers(string conduit, string first, string trap, string last)
    {
        string[] moves = ["mov %rcx, %rdi; ", "mov %rdx, %rsi; ", "mov %r8, %rdx; ", "mov %r9, %r10; ", "mov 56(%rsp), %r8; "];
        uint[] numbers = [0, 11, 0xFFFF, 0x10000, 0x12345678, 0xFFFFFFFF];

        IReadOnlyDictionary<string, byte[]> emitted = EmittedCode.Of(GuestSources.Guest(MadeUp), AbiKind.X86_64, conduit, "win64");

        Assert.Equal(numbers.Length, emitted.Count);
        for (int arguments = 0; arguments < numbers.Length; arguments++)
        {
            string stub = $"push %rdi; push %rsi; {string.Concat(moves.Take(arguments))}{first}"
                + $"mov ${numbers[arguments]}, %eax; {trap}{last}; pop %rsi; pop %rdi; ret";
            AssertPadded(
                ObjectCode.OfInstructions(stub.Split("; "), AbiKind.X86_64, _folder),
                emitted[$"hypercall_{conduit}_{numbers[arguments]}_{arguments}_from_win64"],
                stub);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void AssertSame(CSharpCompilation guest, AbiKind abi, string conduit, int atLeast)
    {
        IReadOnlyDictionary<string, byte[]> linked = ObjectCode.OfFunctions(EmittedAssembly.Of(guest, abi, conduit), abi, _folder);
        IReadOnlyDictionary<string, byte[]> emitted = EmittedCode.Of(guest, abi, conduit);

        Assert.True(linked.Count >= atLeast, $"{linked.Count} stubs");
        Assert.Equal(linked.Keys.Order(), emitted.Keys.Order());
        Assert.All(linked, stub => AssertPadded(stub.Value, emitted[stub.Key], stub.Key));
    }

    /// <summary>Whole words: behind the end of what is no multiple of 4 bytes are breakpoints.</summary>
    private static void AssertPadded(byte[] expected, byte[] emitted, string stub)
    {
        byte[] padding = [.. Enumerable.Repeat((byte)0xCC, (4 - (expected.Length % 4)) % 4)];
        Assert.True(emitted.SequenceEqual([.. expected, .. padding]), $"{stub}: {Convert.ToHexString(expected)}, but {Convert.ToHexString(emitted)}");
    }
}
