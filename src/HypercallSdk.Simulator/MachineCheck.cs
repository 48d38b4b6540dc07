using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator;

/// <summary>Says what is wrong with a machine before anything is built from it.</summary>
internal static class MachineCheck
{
    private static readonly Version FirstRelease = new(4, 17);
    private static readonly Version LastRelease = new(4, 20);

    /// <summary>The machine's RAM.</summary>
    /// <exception cref="ArgumentException">The machine cannot be built; the message says why and what to change.</exception>
    public static RamBank[] ReadBanks(SimulatedMachine machine)
    {
        CheckXen(machine);
        CheckGuest(machine);
        Region[] ram = [.. machine.MemoryMap.Regions.Where(static region => region.Kind == RegionKind.Ram)];
        Require(ram.Length > 0, "The memory map has no RAM. Give it at least one region of kind Ram.");
        foreach (Region region in ram)
        {
            CheckRam(region, machine.AddressBits);
        }

        foreach ((Region lower, Region upper) in Neighbours(ram))
        {
            Require(lower.Last < upper.Start, $"The RAM regions {lower.Name} and {upper.Name} overlap. Give each byte once.");
        }

        return [.. ram.Select(static region => new RamBank(region.Start >> PageSize.Shift, region.Last >> PageSize.Shift))];
    }

    private static void CheckXen(SimulatedMachine machine)
    {
        Version release = new(machine.Release.Major, machine.Release.Minor);
        Require(
            release >= FirstRelease && release <= LastRelease,
            $"The simulator does not answer as Xen {machine.Release} does. Set Release to 4.17 up to 4.20.");
        Require(
            machine.ExtraVersion.Length <= 15 && machine.ExtraVersion.All(char.IsAscii),
            $"The extra version '{machine.ExtraVersion}' does not fit. Set ExtraVersion to at most 15 ASCII characters.");
        Require(
            machine.InitialGrantFrames >= 1 && machine.InitialGrantFrames <= machine.MaxGrantFrames,
            $"A grant table cannot start with {machine.InitialGrantFrames} of {machine.MaxGrantFrames} frames. "
            + "Set InitialGrantFrames to 1 up to MaxGrantFrames.");
        Require(
            machine.AddressBits is 32 or 36 or 40 or 42 or 44 or 48 or 52,
            $"No Arm processor has {machine.AddressBits} bits of address. Set AddressBits to 32, 36, 40, 42, 44, 48 or 52.");
    }

    private static void CheckGuest(SimulatedMachine machine)
    {
        Require(
            machine.Guest is GuestKind.ArmDom0 or GuestKind.ArmDomU,
            $"The simulator does not model a guest of kind {machine.Guest}. Set Guest to ArmDom0 or ArmDomU.");
        Require(
            machine.Guest == GuestKind.ArmDom0 == (machine.DomainId == 0),
            $"A domain {machine.DomainId} of kind {machine.Guest} does not exist: dom0 and only dom0 has the number 0. "
            + "Leave DomainId out or change it.");
        Require(
            machine.DomainId < DomainIds.FirstReserved,
            $"The domain number 0x{machine.DomainId:X} is reserved. Set DomainId below 0x{DomainIds.FirstReserved:X}.");
    }

    private static void CheckRam(Region region, int addressBits)
    {
        Require(
            region.Last >> addressBits == 0,
            $"The RAM region {region.Name} ends at 0x{region.Last:x}, which {addressBits} bits of address do not reach. "
            + "Move the region down or set AddressBits higher.");
        Require(
            region.Start % PageSize.Bytes == 0 && region.Size % PageSize.Bytes == 0,
            $"The RAM region {region.Name} (0x{region.Start:x}, 0x{region.Size:x} bytes) is not whole pages. "
            + "Align its start and size to 4096 bytes.");
        Require(
            region.Last >> PageSize.Shift < DirectMap.Frames,
            $"The RAM region {region.Name} ends at 0x{region.Last:x}. The simulator shows 40 bits of address: "
            + "move the region below 0x10000000000.");
    }

    private static IEnumerable<(Region Lower, Region Upper)> Neighbours(Region[] regions) => regions.Zip(regions.Skip(1));

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
