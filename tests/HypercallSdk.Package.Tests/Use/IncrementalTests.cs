using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Package.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Package.Tests.Use;

/// <summary>What a second build does, and what is left when a project is cleaned.</summary>
[Collection(PackageTests.Name)]
public sealed class IncrementalTests(PackedSdk sdk)
{
    private const string MapsIntoTheLastPagesOfRam = """
        using HypercallSdk;
        using HypercallSdk.Xen;

        internal static class Mapping
        {
            public static XenResult Map() =>
                MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, new XenULong(0), new Gfn(0x43fff));
        }
        """;

    /// <summary>The sample's memory in its device tree: 64 MiB at 1 GiB, each as 64 bits, big-endian.</summary>
    private static readonly byte[] Memory = [0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0];

    [Fact]
    public void A_build_follows_its_inputs_writes_nothing_twice_and_can_be_cleaned()
    {
        GuestProject project = new GuestProject(sdk, "Changing")
            .Set("HypercallConduit", "hvc")
            .Item("""<HypercallBindings Include="memory_op" Condition="Exists('Mapping.cs')" />""")
            .MemoryMap("board.dtb", Sample.DeviceTree)
            .File("Mapping.cs", MapsIntoTheLastPagesOfRam)
            .Save();
        Assert.Equal(["HCS2002"], Codes(project.Build().AssertSuccess()));
        string[] outputs = [project.Assembly, project.Intermediate("hypercall-hvc.S"), MemoryMapText(project)];
        DateTime[] first = [.. outputs.Select(File.GetLastWriteTimeUtc)];

        project.Build("--no-restore").AssertSuccess();
        Assert.Equal(first, outputs.Select(File.GetLastWriteTimeUtc));

        HalveMemory(project.PathOf("board.dtb"));
        Assert.Empty(Codes(project.Build("--no-restore").AssertSuccess()));
        DateTime[] third = [.. outputs.Select(File.GetLastWriteTimeUtc)];
        Assert.Equal([false, true, false], first.Zip(third, static (before, after) => before == after));
        Assert.Contains("hypercall_hvc_12:", File.ReadLines(outputs[1]));

        File.Delete(project.PathOf("Mapping.cs"));
        project.Build("--no-restore").AssertSuccess();
        Assert.DoesNotContain("hypercall_hvc_", File.ReadAllText(outputs[1]), StringComparison.Ordinal);

        Assert.Equal(0, project.Run("clean", "-nodeReuse:false").ExitCode);
        Assert.All(outputs, static output => Assert.False(File.Exists(output), output));
        Assert.Empty(Directory.EnumerateFiles(project.Intermediate("generated"), "*.cs", SearchOption.AllDirectories));
    }

    private static IEnumerable<string> Codes(BuildOutput output) => output.Diagnostics.Select(static found => found.Code);

    private static string MemoryMapText(GuestProject project) =>
        Assert.Single(Directory.GetFiles(project.Intermediate(string.Empty), "board-*.memmap"));

    private static void HalveMemory(string deviceTree)
    {
        byte[] bytes = File.ReadAllBytes(deviceTree);
        int place = bytes.AsSpan().IndexOf(Memory);
        Assert.True(place >= 0, "the sample's machine has other memory now");
        bytes[place + 12] = 2;
        File.WriteAllBytes(deviceTree, bytes);
    }
}
