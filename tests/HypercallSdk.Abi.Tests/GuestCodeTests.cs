using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.Disassembly;
using HypercallSdk.Abi.Tests.Toolchain;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.Abi.Tests;

/// <summary>The machine code of the main sample's bare-metal image: what stands between C# and the trap.</summary>
public sealed class GuestCodeTests(ITestOutputHelper output)
{
    /// <summary>
    /// .NET 10.0.12 makes it 21: six to fill the struct and load the arguments, the call, and the rest for the stack frame and
    /// for a look at whether a garbage collection waits. With a transition frame around the call it was 30.
    /// </summary>
    private const int MaximumInstructions = 28;

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

    [Fact]
    public void Each_operation_calls_the_stub_of_its_own_hypercall()
    {
        IReadOnlyList<HypercallCall> calls = HypercallCalls.In(Disassembler.FunctionsOf(GuestImage.GrantTable.Elf));
        List<string> operations = [];
        foreach (HypercallDeclaration hypercall in DeclaredAbi.Read(GuestSources.OfRepository(), AbiKind.Arm64).Hypercalls)
        {
            foreach (HypercallCall call in calls.Where(call => IsOperationOf(hypercall, call)))
            {
                Assert.Equal($"hypercall_hvc_{hypercall.Number}", call.Stub);
                operations.Add(call.Caller);
                output.WriteLine($"{call.Caller} -> {call.Stub}");
            }
        }

        Assert.Contains(operations, static name => name.EndsWith("_MemoryOp__AddToPhysmap", StringComparison.Ordinal));
        Assert.Contains(operations, static name => name.EndsWith("_GrantTableOp__QuerySize", StringComparison.Ordinal));
    }

    [Fact]
    public void Mapping_a_page_costs_few_instructions()
    {
        Function trampoline = Disassembler.FunctionsOf(GuestImage.GrantTable.Object)
            .Single(static function => function.Name.EndsWith("_MemoryOp__AddToPhysmap", StringComparison.Ordinal));
        Instruction[] code = [.. trampoline.Instructions.Where(static item => item.Mnemonic is not ("udf" or "nop"))];

        output.WriteLine($"{trampoline.Name}: {code.Length} instructions, and 3 in the stub");
        output.WriteLine(string.Join('\n', code.Select(static item => $"  {item.Text}  {item.Relocation}")));
        Assert.InRange(code.Length, 1, MaximumInstructions);
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

    private static bool IsOperationOf(HypercallDeclaration hypercall, HypercallCall call) =>
        hypercall.Operations.Any(operation =>
            call.Caller.EndsWith($"_{hypercall.ClassName}__{operation.Method}", StringComparison.Ordinal));

    private static IEnumerable<HypercallCall> Sorted(IEnumerable<HypercallCall> calls) =>
        calls.OrderBy(static call => call.Caller).ThenBy(static call => call.Stub);
}
