using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using HypercallSdk.AbiCheck.Toolchain;

namespace HypercallSdk.Abi.Tests.Disassembly;

/// <summary>binutils' disassembler.</summary>
internal static partial class Disassembler
{
    /// <summary>The functions of an arm64 object file or of a linked one, with relocations where there are some.</summary>
    public static IReadOnlyList<Function> FunctionsOf(string file) => FunctionsOf(file, CrossTool.Arm64);

    /// <summary>The functions of an object file or of a linked one, with relocations where there are some.</summary>
    public static IReadOnlyList<Function> FunctionsOf(string file, CrossTool tool)
    {
        List<Function> functions = [];
        List<Instruction> current = [];
        foreach (string line in tool.Output("objdump", "-d", "-r", file).Split('\n'))
        {
            if (Header().Match(line) is { Success: true } header)
            {
                current = [];
                functions.Add(new Function(header.Groups["name"].Value, current));
            }
            else if (RelocationLine().Match(line) is { Success: true } relocation && current.Count > 0)
            {
                current[^1] = current[^1] with { Relocation = relocation.Groups["what"].Value.Replace('\t', ' ') };
            }
            else if (InstructionLine().Match(line) is { Success: true } instruction)
            {
                current.Add(Read(instruction));
            }
        }

        return functions;
    }

    private static Instruction Read(Match line) => new(
        ulong.Parse(line.Groups["address"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        line.Groups["mnemonic"].Value,
        line.Groups["operands"].Value.Split("//")[0].Split('@')[0].Trim(),
        Relocation: null);

    [GeneratedRegex(@"^[0-9a-f]{8,16} <(?<name>.+)>:$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s+(?<address>[0-9a-f]+):\t([0-9a-f]{8}|([0-9a-f]{2} )+) *\t(?<mnemonic>\S+)(\s+(?<operands>\S.*))?$")]
    private static partial Regex InstructionLine();

    [GeneratedRegex(@"^\t\t\t[0-9a-f]+: (?<what>R_(AARCH64|ARM|X86_64|386)_.+)$")]
    private static partial Regex RelocationLine();
}
