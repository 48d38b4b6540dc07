using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using HypercallSdk.AbiCheck.Toolchain;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.Abi.Tests.Disassembly;

/// <summary>The bytes that the assembler makes.</summary>
internal static class ObjectCode
{
    /// <summary>Each function's own bytes, by its symbol, of an object file with nothing but <c>.text</c>.</summary>
    public static IReadOnlyDictionary<string, byte[]> OfFunctions(string assembly, AbiKind abi, TemporaryFolder folder)
    {
        string target = Assembler.Assemble(assembly, abi, folder);
        byte[] text = TextOf(target, abi, folder);
        return CrossTool.Of(abi).Output("nm", "-S", target).Split('\n')
            .Select(static line => line.Split(' '))
            .Where(static fields => fields.Length == 4)
            .ToDictionary(static fields => fields[3], fields => text.AsSpan(Number(fields[0]), Number(fields[1])).ToArray());
    }

    /// <summary>The bytes of some instructions.</summary>
    public static byte[] OfInstructions(IEnumerable<string> instructions, AbiKind abi, TemporaryFolder folder) =>
        TextOf(Assembler.Assemble(string.Join('\n', instructions) + '\n', abi, folder), abi, folder);

    private static byte[] TextOf(string file, AbiKind abi, TemporaryFolder folder)
    {
        string text = folder.PathOf("text.bin");
        CrossTool.Of(abi).Output("objcopy", "-O", "binary", "--only-section=.text", file, text);
        return File.ReadAllBytes(text);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
