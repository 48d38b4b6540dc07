using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Abi.Tests.Declarations;
using HypercallSdk.Abi.Tests.Disassembly;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Toolchain;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>The stubs of the conduits beside arm64's hvc, assembled and disassembled: hypercalls 10 to 15 take 0 to 5 arguments.</summary>
public sealed class ConduitStubTests : IDisposable
{
    private static readonly CSharpCompilation MadeUp = GuestSources.Guest("""
        using HypercallSdk;
        [Hypercall("made_up")]
        internal partial interface IMadeUp
        {
            [HypercallOp(10, "MADEUP_0")] long Zero();
            [HypercallOp(11, "MADEUP_1")] long One(uint a);
            [HypercallOp(12, "MADEUP_2")] long Two(uint a, uint b);
            [HypercallOp(13, "MADEUP_3")] long Three(uint a, uint b, uint c);
            [HypercallOp(14, "MADEUP_4")] long Four(uint a, uint b, uint c, uint d);
            [HypercallOp(15, "MADEUP_5")] long Five(uint a, uint b, uint c, uint d, uint e);
        }
        """);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("vmcall", "vmcall")]
    [InlineData("vmmcall", "vmmcall")]
    [InlineData("syscall", "push %rcx; push %r11", "syscall", "pop %r11; pop %rcx")]
    public void On_x86_64_an_instruction_traps_and_the_fourth_argument_alone_is_moved(
        string conduit, string trapOrFirst, string trap = "", string last = "")
    {
        string first = trap.Length == 0 ? string.Empty : trapOrFirst + "; ";
        string then = trap.Length == 0 ? trapOrFirst : $"{trap}; {last}";

        Assert.Equal(
            [
                $"hypercall_{conduit}_10: {first}mov $0xa,%eax; {then}; ret",
                $"hypercall_{conduit}_11: {first}mov $0xb,%eax; {then}; ret",
                $"hypercall_{conduit}_12: {first}mov $0xc,%eax; {then}; ret",
                $"hypercall_{conduit}_13: {first}mov $0xd,%eax; {then}; ret",
                $"hypercall_{conduit}_14_r10_from_rcx: mov %rcx,%r10; {first}mov $0xe,%eax; {then}; ret",
                $"hypercall_{conduit}_15_r10_from_rcx: mov %rcx,%r10; {first}mov $0xf,%eax; {then}; ret",
            ],
            StubsOf(MadeUp, AbiKind.X86_64, conduit));
    }

    [Fact]
    public void On_x86_64_the_hypercall_page_is_jumped_into() => Assert.Equal(
        [
            $"hypercall_page_10: jmp {EntryOf(10)}",
            $"hypercall_page_11: jmp {EntryOf(11)}",
            $"hypercall_page_12: jmp {EntryOf(12)}",
            $"hypercall_page_13: jmp {EntryOf(13)}",
            $"hypercall_page_14_r10_from_rcx: mov %rcx,%r10; jmp {EntryOf(14)}",
            $"hypercall_page_15_r10_from_rcx: mov %rcx,%r10; jmp {EntryOf(15)}",
        ],
        StubsOf(MadeUp, AbiKind.X86_64, "hypercall-page"));

    [Theory]
    [InlineData("vmcall", "vmcall")]
    [InlineData("vmmcall", "vmmcall")]
    [InlineData("int82", "int $0x82")]
    public void On_x86_32_the_arguments_are_loaded_and_the_callers_registers_put_back(string conduit, string trap) => Assert.Equal(
        [
            $"hypercall_{conduit}_10: mov $0xa,%eax; {trap}; ret",
            $"hypercall_{conduit}_11_1_from_stack: push %ebx; mov 0x8(%esp),%ebx; mov $0xb,%eax; {trap}; pop %ebx; ret",
            $"hypercall_{conduit}_12_2_from_stack: push %ebx; mov 0x8(%esp),%ebx; mov 0xc(%esp),%ecx; mov $0xc,%eax; {trap}; pop %ebx; ret",
            $"hypercall_{conduit}_13_3_from_stack: push %ebx; mov 0x8(%esp),%ebx; mov 0xc(%esp),%ecx; mov 0x10(%esp),%edx; "
            + $"mov $0xd,%eax; {trap}; pop %ebx; ret",
            $"hypercall_{conduit}_14_4_from_stack: push %ebx; push %esi; mov 0xc(%esp),%ebx; mov 0x10(%esp),%ecx; mov 0x14(%esp),%edx; "
            + $"mov 0x18(%esp),%esi; mov $0xe,%eax; {trap}; pop %esi; pop %ebx; ret",
            $"hypercall_{conduit}_15_5_from_stack: push %ebx; push %esi; push %edi; mov 0x10(%esp),%ebx; mov 0x14(%esp),%ecx; mov 0x18(%esp),%edx; "
            + $"mov 0x1c(%esp),%esi; mov 0x20(%esp),%edi; mov $0xf,%eax; {trap}; pop %edi; pop %esi; pop %ebx; ret",
        ],
        StubsOf(MadeUp, AbiKind.X86_32, conduit));

    [Fact]
    public void On_x86_32_the_hypercall_page_is_called_where_registers_are_to_be_put_back() => Assert.Equal(
        [
            "hypercall_page_10: jmp R_386_PC32 hypercall_page",
            "hypercall_page_11_1_from_stack: push %ebx; mov 0x8(%esp),%ebx; call R_386_PC32 hypercall_page; pop %ebx; ret",
        ],
        StubsOf(MadeUp, AbiKind.X86_32, "hypercall-page").Take(2));

    /// <summary>The displacements are in the code itself there, so they are seen once the page has a place.</summary>
    [Fact]
    public void On_x86_32_each_hypercall_has_its_entry_of_the_page()
    {
        string stubs = Assembler.Assemble(EmittedAssembly.Of(MadeUp, AbiKind.X86_32, "hypercall-page"), AbiKind.X86_32, _folder);
        string linked = _folder.PathOf("linked");
        CrossTool.X86.Output("ld", "-m", "elf_i386", "--defsym", "hypercall_page=0x100000", "-Ttext", "0x200000", "-e", "0", stubs, "-o", linked);

        IEnumerable<string> entries = Disassembler.FunctionsOf(linked, CrossTool.X86)
            .SelectMany(static stub => stub.Instructions)
            .Where(static instruction => instruction.Mnemonic is "jmp" or "call")
            .Select(static instruction => instruction.Operands.Split(' ')[0]);

        Assert.Equal(["100140", "100160", "100180", "1001a0", "1001c0", "1001e0"], entries);
    }

    [Fact]
    public void On_arm32_the_fifth_argument_is_loaded_and_its_register_put_back() => Assert.Equal(
        [
            "hypercall_hvc_10: movw ip, #10; hvc 3745; bx lr",
            "hypercall_hvc_11: movw ip, #11; hvc 3745; bx lr",
            "hypercall_hvc_12: movw ip, #12; hvc 3745; bx lr",
            "hypercall_hvc_13: movw ip, #13; hvc 3745; bx lr",
            "hypercall_hvc_14: movw ip, #14; hvc 3745; bx lr",
            "hypercall_hvc_15_r4_from_stack: push {r4}; ldr r4, [sp, #4]; movw ip, #15; hvc 3745; pop {r4}; bx lr",
        ],
        StubsOf(MadeUp, AbiKind.Arm32, "hvc"));

    [Theory]
    [InlineData(AbiKind.X86_64, "vmmcall", "mov $0xffffffff,%eax")]
    [InlineData(AbiKind.X86_32, "int82", "mov $0xffffffff,%eax")]
    [InlineData(AbiKind.Arm32, "hvc", "movw ip, #65535; movt ip, #65535")]
    public void Any_number_is_loaded_whole(AbiKind abi, string conduit, string load) => Assert.Contains(
        load + "; ",
        Assert.Single(StubsOf(
            GuestSources.Guest("""
                [HypercallSdk.Hypercall("made_up")]
                internal partial interface IMadeUp { [HypercallSdk.HypercallOp(0xFFFFFFFF, "MADEUP_op")] long Op(uint a); }
                """),
            abi,
            conduit)),
        StringComparison.Ordinal);

    /// <summary>One hypercall with few and with many arguments: two stubs, whose names say which is which.</summary>
    [Fact]
    public void Operations_of_one_hypercall_share_a_stub_unless_one_has_more_to_move() => Assert.Equal(
        ["hypercall_vmmcall_40", "hypercall_vmmcall_40_r10_from_rcx"],
        StubsOf(
            GuestSources.Guest("""
                using HypercallSdk;
                [Hypercall(40, "made_up")]
                internal partial interface IMadeUp
                {
                    [HypercallOp(0, "MADEUP_one")] long One(uint a);
                    [HypercallOp(1, "MADEUP_two")] long Two(uint a, uint b);
                    [HypercallOp(2, "MADEUP_three")] long Three(uint a, uint b, uint c);
                }
                """),
            AbiKind.X86_64,
            "vmmcall").Select(static stub => stub.Split(':')[0]));

    [Theory]
    [InlineData(AbiKind.X86_64, "hypercall-page", "hypercall_page_12")]
    [InlineData(AbiKind.X86_64, "syscall", "hypercall_syscall_12")]
    [InlineData(AbiKind.Arm32, "hvc", "hypercall_hvc_12")]
    public void Xens_own_hypercalls_have_stubs(AbiKind abi, string conduit, string memoryOp) => Assert.Contains(
        memoryOp, StubsOf(GuestSources.OfRepository().Compile(abi), abi, conduit).Select(static stub => stub.Split(':')[0]));

    [Theory]
    [InlineData(AbiKind.X86_64, "vmmcall")]
    [InlineData(AbiKind.X86_32, "int82")]
    [InlineData(AbiKind.Arm32, "hvc")]
    public void The_stubs_are_weak_functions_and_ask_for_no_executable_stack(AbiKind abi, string conduit)
    {
        string stubs = Assembler.Assemble(EmittedAssembly.Of(MadeUp, abi, conduit), abi, _folder);

        string[] symbols = [.. CrossTool.Of(abi).Output("objdump", "-t", stubs).Split('\n').Where(static line => line.Contains(" hypercall_", StringComparison.Ordinal))];
        Assert.Equal(6, symbols.Length);
        Assert.All(symbols, static symbol => Assert.Matches(@"^[0-9a-f]+  w    F \.text\t", symbol));
        Assert.DoesNotMatch(@"(?m)^ +\d+ \.note\.GNU-stack .*\n.*\bCODE\b", CrossTool.Of(abi).Output("objdump", "-h", stubs));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string EntryOf(uint number) =>
        $"R_X86_64_PC32 hypercall_page+0x{((number * 32) - 4).ToString("x", CultureInfo.InvariantCulture)}";

    private IEnumerable<string> StubsOf(CSharpCompilation guest, AbiKind abi, string conduit) => Disassembler
        .FunctionsOf(Assembler.Assemble(EmittedAssembly.Of(guest, abi, conduit), abi, _folder), CrossTool.Of(abi))
        .Select(static stub => $"{stub.Name}: {string.Join("; ", WithoutPadding(stub.Instructions).Select(TextOf))}");

    /// <summary>Up to where it leaves: behind that lies what aligns the next one.</summary>
    private static IEnumerable<Instruction> WithoutPadding(IReadOnlyList<Instruction> instructions) =>
        instructions.Take(1 + instructions.TakeWhile(static instruction => instruction.Mnemonic is not ("ret" or "jmp" or "bx")).Count());

    /// <summary>A jump's target is what the linker will put there.</summary>
    private static string TextOf(Instruction instruction) =>
        instruction.Relocation is null ? instruction.Text : $"{instruction.Mnemonic} {instruction.Relocation}";
}
