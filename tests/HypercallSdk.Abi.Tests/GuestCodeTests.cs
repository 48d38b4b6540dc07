using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.Disassembly;
using HypercallSdk.Abi.Tests.Toolchain;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>The machine code of the main sample's bare-metal image: what stands between C# and the trap.</summary>
public sealed class GuestCodeTests
{
    [Fact]
    public void Nothing_stands_between_the_compiled_code_and_the_stubs()
    {
        IReadOnlyList<Function> functions = Disassembler.FunctionsOf(GuestImage.GrantTable.Object);

        Assert.NotEmpty(HypercallCalls.InObject(functions));
        Assert.Empty(HypercallCalls.Detours(functions));
    }

    [Fact]
    public void Each_call_is_linked_to_its_own_stub()
    {
        IReadOnlyList<Function> linked = Disassembler.FunctionsOf(GuestImage.GrantTable.Elf);
        IReadOnlyList<HypercallCall> calls = HypercallCalls.In(linked);

        Assert.Equal(Sorted(HypercallCalls.InObject(Disassembler.FunctionsOf(GuestImage.GrantTable.Object))), Sorted(calls));
        Assert.All(calls, call => Assert.Equal(
            ["mov x16", "hvc #0xea1", "ret"],
            linked.Single(function => function.Name == call.Stub).Instructions.Take(3).Select(static item => item.Text.Split(',')[0])));
    }

    [Theory]
    [InlineData("AddToPhysmap", 12)]
    [InlineData("AddToPhysmapBatch", 12)]
    [InlineData("ConsoleWrite", 18)]
    [InlineData("MapGrantRef", 20)]
    [InlineData("Send", 32)]
    public void Each_operation_calls_the_stub_of_its_own_hypercall_and_nothing_else(string operation, uint number)
    {
        Function caller = Disassembler.FunctionsOf(GuestImage.ZeroCost.Object)
            .Single(function => function.Name.EndsWith("_Calls__" + operation, StringComparison.Ordinal));

        Assert.Equal(
            [$"bl R_AARCH64_CALL26 hypercall_hvc_{number}"],
            caller.Instructions
                .Where(static item => item.Mnemonic.StartsWith("bl", StringComparison.Ordinal))
                .Select(static item => $"{item.Mnemonic} {item.Relocation}"));
    }

    [Theory]
    [InlineData("bl RhpPInvoke\n bl hypercall_hvc_12\n bl RhpPInvokeReturn", 2)]
    [InlineData("adrp x9, hypercall_hvc_12\n add x9, x9, :lo12:hypercall_hvc_12\n blr x9", 2)]
    [InlineData("b hypercall_hvc_12", 1)]
    [InlineData("bl hypercall_hvc_12", 0)]
    [InlineData("bl RhpPInvoke\n bl bare_print\n bl RhpPInvokeReturn", 0)]
    public void A_detour_would_be_seen(string code, int detours)
    {
        using TemporaryFolder folder = new();
        string target = Assembler.Assemble($"caller:\n {code}\n ret\n", folder);

        Assert.Equal(detours, HypercallCalls.Detours(Disassembler.FunctionsOf(target)).Count);
    }

    private static IEnumerable<HypercallCall> Sorted(IEnumerable<HypercallCall> calls) =>
        calls.OrderBy(static call => call.Caller).ThenBy(static call => call.Stub);
}
