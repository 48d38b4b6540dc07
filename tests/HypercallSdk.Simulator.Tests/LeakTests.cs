using System;
using System.IO;
using System.Linq;
using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

/// <summary>Counts what the process holds, so nothing else may run meanwhile.</summary>
[Collection("alone")]
public sealed class LeakTests
{
    [CollectionDefinition("alone", DisableParallelization = true)]
    public sealed class Alone;

    [Fact]
    public void A_disposed_Xen_holds_no_mappings_and_no_files()
    {
        using (TestGuest guest = new(GuestLayout.DomU.Machine))
        {
            Assert.Equal(0, TestGuest.AddToPhysmap(1, 0, GuestLayout.DomU.OwnPage));
            Assert.True(CountMappings() > 0);
            Assert.Equal(2, CountFiles());
        }

        Assert.Equal((0, 0), (CountMappings(), CountFiles()));
    }

    [Fact]
    public void A_machine_that_cannot_be_built_holds_none_either()
    {
        SimulatedMachine machine = GuestLayout.DomU.Machine with { DeviceTree = new byte[0x4000001] };

        _ = Assert.Throws<ArgumentException>(() => XenSimulator.Boot(machine));

        Assert.Equal((0, 0), (CountMappings(), CountFiles()));
    }

    private static int CountMappings() =>
        File.ReadLines("/proc/self/maps").Count(static line => line.Contains("memfd:xen-simulator", StringComparison.Ordinal));

    private static int CountFiles() => new DirectoryInfo("/proc/self/fd").EnumerateFiles()
        .Count(static file => file.LinkTarget?.Contains("memfd:xen-simulator", StringComparison.Ordinal) == true);
}
