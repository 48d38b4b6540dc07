using System;
using System.Linq;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.MemoryMaps;

/// <summary>
/// What is known of the guest's physical address space: from its memory maps, from Xen's ABI, from the build.
/// </summary>
internal sealed class GuestAddressSpace
{
    private const ulong LastInPage = 0xFFF;

    private GuestAddressSpace(GuestKind guest, MemoryMap map, int addressBits, bool hasMemoryMap)
    {
        Guest = guest;
        Map = map;
        AddressBits = addressBits;
        HasMemoryMap = hasMemoryMap;
    }

    /// <summary>What kind of guest it is.</summary>
    public GuestKind Guest { get; }

    /// <summary>Every region that is known, those among them that Xen does not tell of.</summary>
    public MemoryMap Map { get; }

    /// <summary>The width of a guest physical address in bits.</summary>
    public int AddressBits { get; }

    /// <summary>Whether the project has a memory map that could be read.</summary>
    public bool HasMemoryMap { get; }

    /// <summary>Reads the project's memory maps and properties. A map with a mistake in it is left out.</summary>
    public static GuestAddressSpace Read(AnalyzerOptions options)
    {
        MemoryMap[] maps = [.. options.AdditionalFiles
            .Where(file => MemoryMapFiles.Contain(file, options.AnalyzerConfigOptionsProvider))
            .Select(static file => MemoryMapFiles.Read(file).Map)
            .OfType<MemoryMap>()];
        AnalyzerConfigOptions properties = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        GuestKind guest = GuestProperties.Guest(properties);
        MemoryMap hidden = HiddenRegions.For(guest);
        MemoryMap map = maps.Aggregate(hidden, static (left, right) => left.Merge(right));
        int addressBits = GuestProperties.AddressBits(properties);
        return new GuestAddressSpace(guest, map, Math.Min(addressBits, map.AddressBits ?? addressBits), maps.Length > 0);
    }

    /// <summary>What lives in a page: devices are often smaller than one, and not always at its start.</summary>
    /// <returns>The region that decides; none beyond the address width, or when nothing is known of the page.</returns>
    public Region? RegionAt(TargetPage page) => page.IsWithin(AddressBits)
        ? Map.Find((ulong)page.FirstByte, (ulong)page.FirstByte | LastInPage)
        : null;
}
