using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Gathers the regions and the problems of one device tree.</summary>
internal sealed class RegionCollector
{
    private readonly string _path;
    private readonly string _source;
    private readonly IReadOnlyDictionary<string, SourcePosition> _nodes;
    private readonly List<Region> _regions = [];
    private readonly List<MemoryMapProblem> _problems = [];
    private readonly Dictionary<Region, SourcePosition> _places = [];

    /// <param name="path">The file; its name is the regions' source.</param>
    /// <param name="nodes">Where each node stands in a text; empty for a binary file.</param>
    public RegionCollector(string path, IReadOnlyDictionary<string, SourcePosition> nodes)
    {
        _path = path;
        _source = SourceName.Of(path);
        _nodes = nodes;
    }

    /// <summary>The map, or the problems that keep it from being whole.</summary>
    public MemoryMapResult Result => _problems.Count == 0
        ? new MemoryMapResult(new MemoryMap(_regions), []) { Places = _places }
        : new MemoryMapResult(null, _problems);

    /// <summary>Adds a region; an empty one says nothing and is left out.</summary>
    /// <param name="kind">What lives there.</param>
    /// <param name="start">The first address, in bytes.</param>
    /// <param name="size">The length in bytes.</param>
    /// <param name="node">The node's path.</param>
    /// <param name="entry">Which of its entries, as it follows the path in a name.</param>
    public void Add(RegionKind kind, ulong start, ulong size, string node, string entry = "")
    {
        if (size == 0)
        {
            return;
        }

        if (size - 1 > ulong.MaxValue - start)
        {
            Report(node, $"the range at 0x{start:x} with size 0x{size:x} ends beyond 2^64", "correct its address or size", entry);
            return;
        }

        Region region = new(kind, start, size, node + entry, _source);
        _regions.Add(region);
        if (_nodes.TryGetValue(node, out SourcePosition place))
        {
            _places[region] = place;
        }
    }

    /// <summary>Notes a problem.</summary>
    /// <param name="node">The node's path.</param>
    /// <param name="cause">What is wrong, as a sentence without a full stop.</param>
    /// <param name="mend">What to do about it, as a sentence without a full stop.</param>
    /// <param name="entry">Which of its entries, as it follows the path in a name.</param>
    public void Report(string node, string cause, string mend, string entry = "")
    {
        SourcePosition place = _nodes.TryGetValue(node, out SourcePosition known) ? known : new SourcePosition(_path, 0, 0);
        _problems.Add(new MemoryMapProblem(place.Path, node + entry, place.Line, place.Column, cause, mend));
    }
}
