using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Model.Abi;
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

    /// <summary>The ABI; null when it is not known.</summary>
    public AbiKind? Abi { get; private init; }

    /// <summary>The oldest Xen that the project runs on; null when it does not say.</summary>
    public XenRelease? XenMinimum { get; private init; }

    /// <summary>Reads the project's memory maps and properties. A map with a mistake in it is left out.</summary>
    public static GuestAddressSpace Read(AnalyzerOptions options)
    {
        MemoryMap[] maps = [.. Maps(options.AdditionalFiles, options)];
        AnalyzerConfigOptions properties = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        MemoryMap stated = Union(maps);
        MemoryMap map = stated.Merge(Hidden(properties, stated));
        int addressBits = GuestProperties.AddressBits(properties);
        ProjectPromise promise = ProjectPromise.Read(options.AnalyzerConfigOptionsProvider);
        return new GuestAddressSpace(GuestProperties.Guest(properties), map, Math.Min(addressBits, map.AddressBits ?? addressBits), maps.Length > 0)
        {
            Abi = promise.Abi,
            XenMinimum = promise.Minimum,
        };
    }

    /// <summary>What is known without a file and without those that come after it: what contradicts it is to be mended there.</summary>
    public static MemoryMap Before(AdditionalText file, AnalyzerOptions options)
    {
        AnalyzerConfigOptions properties = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        MemoryMap before = Union(Maps(options.AdditionalFiles.TakeWhile(other => other != file), options));
        return before.Merge(Hidden(properties, Union(Maps(options.AdditionalFiles, options))));
    }

    /// <summary>What lives in a page: devices are often smaller than one, and not always at its start.</summary>
    /// <returns>The region that decides; none beyond the address width, or when nothing is known of the page.</returns>
    public Region? RegionAt(TargetPage page) => page.IsWithin(AddressBits)
        ? Map.Find((ulong)page.FirstByte, (ulong)page.FirstByte | LastInPage)
        : null;

    private static IEnumerable<MemoryMap> Maps(IEnumerable<AdditionalText> files, AnalyzerOptions options) => files
        .Where(file => MemoryMapFiles.Contain(file, options.AnalyzerConfigOptionsProvider))
        .Select(static file => MemoryMapFiles.Read(file).Map)
        .OfType<MemoryMap>();

    private static MemoryMap Union(IEnumerable<MemoryMap> maps) =>
        maps.Aggregate(MemoryMap.Empty, static (left, right) => left.Merge(right));

    private static MemoryMap Hidden(AnalyzerConfigOptions properties, MemoryMap stated) =>
        HiddenRegions.For(GuestProperties.Guest(properties), GuestProperties.XenMinimum(properties), stated);
}
