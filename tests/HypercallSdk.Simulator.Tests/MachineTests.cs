using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using HypercallSdk.Simulator.Tests.Support;
using Xunit;

namespace HypercallSdk.Simulator.Tests;

public sealed class MachineTests
{
    private const string Source = """
        /dts-v1/;
        / {
            #address-cells = <2>; #size-cells = <2>;
            memory@40000000 { device_type = "memory"; reg = <0 0x40000000 0 0x4000000>; };
            hypervisor { compatible = "xen,xen-4.17", "xen,xen"; reg = <0 0x38000000 0 0x1000000>, <0 0x44000000 0 0xbc000000>; };
        };
        """;

    [Fact]
    public void A_device_tree_gives_the_machine_its_RAM_and_lies_in_it()
    {
        byte[] blob = Compile(Source);
        SimulatedMachine machine = SimulatedMachine.FromDeviceTree(GuestKind.ArmDomU, blob, "domu.dtb");

        using XenSimulator xen = XenSimulator.Boot(machine);

        P2MRun run = Assert.Single(xen.P2M.Runs());
        Assert.Equal((0x40000UL, 0x43FFFUL, P2MKind.Ram), (run.First, run.Last, run.Entry.Kind));
        Assert.Equal(0x43FFF000UL, xen.DeviceTreeAddress);
        byte[] read = new byte[blob.Length];
        Assert.True(xen.TryRead(0x43FFF000, read));
        Assert.Equal(blob, read);
        Assert.Contains(machine.MemoryMap.Regions, static region => region.Kind == RegionKind.MagicPages);
    }

    [Fact]
    public void A_device_tree_of_several_pages_ends_with_the_RAM()
    {
        byte[] blob = [.. Enumerable.Range(0, 9000).Select(static index => (byte)index)];

        using XenSimulator xen = XenSimulator.Boot(GuestLayout.DomU.Machine with { DeviceTree = blob });

        byte[] read = new byte[blob.Length];
        Assert.Equal(0x43FFD000UL, xen.DeviceTreeAddress);
        Assert.True(xen.TryRead(0x43FFD000, read));
        Assert.Equal(blob, read);
    }

    [Fact]
    public void A_machine_without_a_device_tree_has_no_address_of_one()
    {
        using XenSimulator xen = XenSimulator.Boot(GuestLayout.DomU.Machine);

        Assert.Null(xen.DeviceTreeAddress);
    }

    [Fact]
    public void A_damaged_device_tree_is_named_with_its_place()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => SimulatedMachine.FromDeviceTree(GuestKind.ArmDomU, Compile(Source)[..60], "board.dtb"));

        Assert.StartsWith("board.dtb, byte 0x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_domain_number_follows_from_the_kind()
    {
        Assert.Equal(0, GuestLayout.Dom0.Machine.DomainId);
        Assert.Equal(1, GuestLayout.DomU.Machine.DomainId);
    }

    [Fact]
    public void A_machine_that_cannot_be_built_says_what_to_change()
    {
        SimulatedMachine machine = GuestLayout.DomU.Machine;
        Refuses(machine with { MemoryMap = MemoryMap.Empty }, "The memory map has no RAM.");
        Refuses(With(0x40000800, 0x1000), "is not whole pages. Align");
        Refuses(With(0x40000000, 0x1800), "is not whole pages. Align");
        Refuses(With(0x10000000000, 0x1000), "move the region below 0x10000000000.");
        Refuses(With(0x200000000, 0x1000) with { AddressBits = 32 }, "which 32 bits of address do not reach.");
        Refuses(machine with { MemoryMap = machine.MemoryMap.Merge(Ram(0x43FFF000, 0x2000)) }, "overlap.");
        Refuses(machine with { Release = new Version(4, 14) }, "Set Release to 4.17 up to 4.20.");
        Refuses(machine with { Release = new Version(4, 21) }, "Set Release to 4.17 up to 4.20.");
        Refuses(machine with { ExtraVersion = "sixteen letters." }, "Set ExtraVersion");
        Refuses(machine with { InitialGrantFrames = 0 }, "Set InitialGrantFrames to 1 up to MaxGrantFrames.");
        Refuses(machine with { InitialGrantFrames = 65 }, "cannot start with 65 of 64 frames.");
        Refuses(machine with { AddressBits = 41 }, "Set AddressBits to");
        Refuses(machine with { DomainId = 0 }, "dom0 and only dom0 has the number 0.");
        Refuses(machine with { DomainId = 0x7FF0 }, "Set DomainId below 0x7FF0.");
        Refuses(machine with { Guest = (GuestKind)99 }, "Set Guest to ArmDom0 or ArmDomU.");
        Refuses(machine with { DeviceTree = new byte[0x4000001] }, "Give the machine more RAM.");
    }

    private static SimulatedMachine With(ulong start, ulong size) =>
        GuestLayout.DomU.Machine with { MemoryMap = Ram(start, size) };

    private static MemoryMap Ram(ulong start, ulong size) => new([new Region(RegionKind.Ram, start, size, "/memory@x", "test")]);

    private static void Refuses(SimulatedMachine machine, string part)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => XenSimulator.Boot(machine));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Compile(string source)
    {
        ProcessStartInfo start = new("dtc", "-q -I dts -O dtb -")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process dtc = Process.Start(start)!;
        dtc.StandardInput.Write(source);
        dtc.StandardInput.Close();
        using MemoryStream blob = new();
        dtc.StandardOutput.BaseStream.CopyTo(blob);
        dtc.WaitForExit();
        Assert.Equal(0, dtc.ExitCode);
        return blob.ToArray();
    }
}
