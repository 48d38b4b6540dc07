using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.DeviceTreeSource;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>Every board of Debian's: what lives where on it, by our reader and by dtc and libfdt's fdtget.</summary>
public sealed unsafe class BoardTests
{
    private static readonly ParallelOptions AsManyAsProcessors = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    [Fact]
    public void Every_board_has_the_regions_that_dtc_and_fdtget_print() => Parallel.ForEach(Boards.Files, AsManyAsProcessors, static file =>
    {
        BoardOracle oracle = new(file, OutsideTool.Decompile(File.ReadAllBytes(file)));
        MemoryMapResult result = DeviceTreeMemoryMap.Read(File.ReadAllBytes(file), file);
        Assert.True(result.Map is not null, $"{file}: {string.Join('\n', result.Problems)}");
        string[] regions = [.. result.Map.Regions
            .Where(static region => !region.Name.Contains('(') && !region.Name.StartsWith("/memreserve/", StringComparison.Ordinal))
            .Select(static region => $"{region.Kind} {region.Name.Split('[')[0]} {region.Start:x} {region.Size:x}")
            .Order(StringComparer.Ordinal)];
        Assert.True(oracle.Regions.SequenceEqual(regions), $"{file}:\n{Difference(oracle.Regions, regions)}");
    });

    [Fact]
    public void Every_board_is_the_same_tree_when_compiled_from_what_dtc_writes() => Parallel.ForEach(Boards.Files, AsManyAsProcessors, static file =>
    {
        // What dtc writes is not always what it read: a zero and a digit behind it become one octal escape.
        string source = OutsideTool.Decompile(File.ReadAllBytes(file));
        CompiledTree compiled = DeviceTreeCompiler.Compile(source, file);
        Assert.True(compiled.Blob is not null, $"{file}: {string.Join('\n', compiled.Problems)}");
        Assert.True(Walk(OutsideTool.Compile(source)) == Walk(compiled.Blob), file);
    });

    private static string Walk(byte[] blob)
    {
        using OpenTree tree = OpenTree.Valid(blob);
        return new TreeWalker(tree.Blob, (uint)blob.Length).Walk(tree.Tree);
    }

    private static string Difference(string[] outside, string[] ours) =>
        string.Join('\n', outside.Except(ours).Select(static line => "outside: " + line)
            .Concat(ours.Except(outside).Select(static line => "ours: " + line)));
}
