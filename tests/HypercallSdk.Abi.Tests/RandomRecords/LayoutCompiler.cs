using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using HypercallSdk.AbiCheck.Toolchain;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.Abi.Tests.RandomRecords;

/// <summary>Asks GCC how it lays structs out. Nothing is linked or run: the answers are the bytes of an object file's section.</summary>
internal static class LayoutCompiler
{
    private const string Section = ".layouts";

    /// <summary>Compiles probes and gives those whose bytes are not as expected.</summary>
    public static IReadOnlyList<LayoutProbe> Refuted(AbiKind abi, IReadOnlyList<LayoutProbe> probes)
    {
        byte[] answers = Compile(abi, Source(abi, probes));
        int offset = 0;
        List<LayoutProbe> refuted = [];
        foreach (LayoutProbe probe in probes)
        {
            // A difference in one struct's size moves the bytes of all behind it: the first one refuted is the one to look at.
            ReadOnlySpan<byte> rest = answers.AsSpan(Math.Min(offset, answers.Length));
            if (!rest.StartsWith(probe.Expected.ToArray()))
            {
                refuted.Add(probe);
            }

            offset += probe.Expected.Count;
        }

        return refuted.Count == 0 && offset != answers.Length
            ? throw new InvalidOperationException($"GCC answered with {answers.Length} bytes, and {offset} were expected.")
            : refuted;
    }

    private static string Source(AbiKind abi, IReadOnlyList<LayoutProbe> probes)
    {
        StringBuilder source = new(CText.Prelude(abi));
        foreach (LayoutProbe probe in probes)
        {
            source.Append(probe.Definition).Append('\n');
        }

        // Packed, so that nothing lies between the answers.
        source.Append("const struct __attribute__((packed)) {\n");
        source.AppendJoin('\n', probes.Select(static probe => probe.Members));
        source.Append($"\n}} layouts __attribute__((section(\"{Section}\"))) = {{\n");
        source.AppendJoin(",\n", probes.Select(static probe => probe.Values));
        return source.Append("\n};\n").ToString();
    }

    private static byte[] Compile(AbiKind abi, string source)
    {
        using TemporaryFolder folder = new();
        return CrossTool.Of(abi).BytesOf(Section, "-std=gnu11", "-ffreestanding", "-w", folder.Write("layouts.c", source));
    }
}
