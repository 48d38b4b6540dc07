using System;
using System.IO;
using System.Linq;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Simulator;

/// <summary>The Xen and the domain that <see cref="XenSimulator.Boot"/> starts.</summary>
public sealed record SimulatedMachine
{
    private static readonly XenRelease FirstRelease = new(4, 17);

    private readonly ushort? _domainId;

    /// <summary>What kind of domain the guest is: a dom0's RAM is mapped one to one, and it may ask for device memory.</summary>
    public required GuestKind Guest { get; init; }

    /// <summary>
    /// The guest's address space. Its RAM regions become RAM, whole pages below 2^40. All other regions are looked at by the
    /// proposed query only: like Xen, the simulator lets a guest map over anything.
    /// </summary>
    public required MemoryMap MemoryMap { get; init; }

    /// <summary>The device tree blob for the guest, which is put at the top of its first RAM region; empty for none.</summary>
    public ReadOnlyMemory<byte> DeviceTree { get; init; }

    /// <summary>The guest's domain number; by default 0 for a dom0 and 1 for any other.</summary>
    public ushort DomainId
    {
        get => _domainId ?? (Guest == GuestKind.ArmDom0 ? (ushort)0 : (ushort)1);
        init => _domainId = value;
    }

    /// <summary>The Xen release, 4.17 to 4.20: those were seen to answer alike. Xen 4.14 answers otherwise.</summary>
    public Version Release { get; init; } = new(4, 17);

    /// <summary>What stands behind the release, at most 15 ASCII characters.</summary>
    public string ExtraVersion { get; init; } = ".7";

    /// <summary>How many frames the grant table may have (Xen's gnttab_max_frames).</summary>
    public uint MaxGrantFrames { get; init; } = 64;

    /// <summary>How many frames the grant table has at the start.</summary>
    public uint InitialGrantFrames { get; init; } = 1;

    /// <summary>
    /// The width of a guest physical address in bits, which the processor decides: 32, 36, 40, 42, 44, 48 or 52. Xen's page
    /// tables may reach further than that; there it accepts a mapping that the guest can never touch.
    /// </summary>
    public int AddressBits { get; init; } = 44;

    /// <summary>
    /// Whether Xen answers XENMEM_get_unallocated_space. No released Xen does; a guest must live with both.
    /// </summary>
    public bool AnswersProposedQuery { get; init; }

    /// <summary>Where the guest's console output goes as it is written; it is kept in <see cref="XenSimulator.Console"/> anyway.</summary>
    public Stream? ConsoleOutput { get; init; }

    /// <summary>
    /// A machine as the device tree of its guest describes it: RAM, devices, Xen's free regions, and the magic pages that no
    /// device tree has. Change the rest with <c>with</c>.
    /// </summary>
    /// <param name="guest">What kind of domain it runs.</param>
    /// <param name="blob">The binary device tree, which the guest gets too.</param>
    /// <param name="path">The blob's file, for messages.</param>
    /// <exception cref="InvalidDataException">The device tree is damaged; the message says where and what to do.</exception>
    public static SimulatedMachine FromDeviceTree(GuestKind guest, byte[] blob, string path)
    {
        ArgumentNullException.ThrowIfNull(blob);
        MemoryMapResult result = DeviceTreeMemoryMap.Read(blob, path);
        if (result.Map is null)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, result.Problems.Select(
                static problem => $"{problem.Path}, {problem.Place}: {problem.Cause}. {problem.Mend}.")));
        }

        return new SimulatedMachine
        {
            Guest = guest,
            MemoryMap = result.Map.Merge(HiddenRegions.For(guest, FirstRelease, result.Map)),
            DeviceTree = blob,
        };
    }

    /// <summary>How far the p2m's root table reaches: exact for some widths, further for others.</summary>
    internal int RootBits => AddressBits switch
    {
        32 or 36 => 39,
        44 => 48,
        _ => AddressBits,
    };
}
