using System;
using System.Linq;
using HypercallSdk.Generators.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>Each value is in the register that the attribute names for it when the instruction traps.</summary>
public sealed class RegisterTests
{
    [Theory]
    [InlineData("x0", "x1 x2 x3 x4 x5 x6 x7", 0)]
    [InlineData("x0", "x1 x2 x3 x4 x5 x6 x7", 7)]
    [InlineData("x16", "x0 x1 x2 x3 x4", 5)]
    [InlineData("x16", "x0 x1 x2 x3 x4", 1)]
    [InlineData("x8", "x0 x1 x2 x3 x4 x5 x6 x7", 8)]
    [InlineData("x7", "x0", 1)]
    [InlineData("x7", "x3", 1)]
    [InlineData("x3", "x2 x1 x0", 3)]
    [InlineData("x0", "x17 x16 x15 x14 x13 x12 x11", 7)]
    [InlineData("x0", "x17 x16 x15 x14 x13 x12 x11", 2)]
    [InlineData("x1", "x17 x0 x9 x3", 4)]
    [InlineData("x1", "x17 x0 x9 x3", 1)]
    [InlineData("x9", "x0 x10 x2 x11 x1", 5)]
    [InlineData("x9", "x12 x10 x13 x11 x14 x8 x15 x17", 8)]
    public void Number_and_arguments_are_where_they_are_declared(string number, string arguments, int count)
    {
        RegisterFile registers = Trapping($"Number = \"{number}\", Arguments = \"{arguments}\"", count);

        Assert.Equal("3221225503", registers[number]);
        Assert.Equal(
            Enumerable.Range(0, count).Select(static index => $"a{index}"),
            arguments.Split(' ').Take(count).Select(register => registers[register]));
        Assert.Equal(("hvc #0x0", "none"), (registers.Trap, registers.Result));
    }

    [Fact]
    public void Instruction_immediate_and_result_are_as_declared()
    {
        RegisterFile registers = Trapping("Number = \"x0\", Immediate = 0x4A48, Instruction = \"smc\", Result = \"x9\"", count: 0);

        Assert.Equal(("smc #0x4A48", "mov x0, x9"), (registers.Trap, registers.Result));
    }

    private static RegisterFile Trapping(string conduit, int count)
    {
        string parameters = string.Join(", ", Enumerable.Range(0, count).Select(static index => $"ulong p{index}"));
        Generation generation = Generation.Run(
            Guest.With($$"""
                [HypercallSdk.Hypercall("demo"), HypercallSdk.HypercallConduit({{conduit}})]
                public partial interface IDemo { [HypercallSdk.HypercallOp(0xC000001F, "DEMO")] long Call({{parameters}}); }
                """),
            BuildProperties.Hvc);
        string code = generation.Text("IDemo.g.cs");
        Assert.Contains(
            $"TrapC000001F({string.Join(", ", Enumerable.Range(0, count).Select(static index => $"p{index}"))})",
            code.Replace("(nuint)", string.Empty, StringComparison.Ordinal),
            StringComparison.Ordinal);
        return new RegisterFile(code, generation.Text("Hypercall.Conduit.g.cs"));
    }
}
