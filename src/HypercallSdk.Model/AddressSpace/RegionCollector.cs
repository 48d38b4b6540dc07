using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Gathers the regions and the problems of one device tree.</summary>
internal sealed class RegionCollector
{
    private readonly string _path;
    private readonly string _source;
    private readonly List<Region> _regions = [];
    private readonly List<MemoryMapProblem> _problems = [];

    /// <param name="path">The file; its name is the regions' source.</param>
    public RegionCollector(string path)
    {
        _path = path;
        _source = SourceName.Of(path);
    }

    /// <summary>The map, or the problems that keep it from being whole.</summary>
    public MemoryMapResult Result => _problems.Count == 0
        ? new MemoryMapResult(new MemoryMap(_regions), [])
        : new MemoryMapResult(null, _problems);

    /// <summary>Adds a region; an empty one says nothing and is left out.</summary>
    /// <param name="kind">What lives there.</param>
    /// <param name="start">The first address, in bytes.</param>
    /// <param name="size">The length in bytes.</param>
    /// <param name="name">The node's path, and which of its entries.</param>
    public void Add(RegionKind kind, ulong start, ulong size, string name)
    {
        if (size == 0)
        {
            return;
        }

        if (size - 1 > ulong.MaxValue - start)
        {
            Report(name, $"the range at 0x{start:x} with size 0x{size:x} ends beyond 2^64", "correct its address or size");
            return;
        }

        _regions.Add(new Region(kind, start, size, name, _source));
    }

    /// <summary>Notes a problem.</summary>
    /// <param name="place">The node's path.</param>
    /// <param name="cause">What is wrong, as a sentence without a full stop.</param>
    /// <param name="mend">What to do about it, as a sentence without a full stop.</param>
    public void Report(string place, string cause, string mend) =>
        _problems.Add(new MemoryMapProblem(_path, place, 0, 0, cause, mend));
}
