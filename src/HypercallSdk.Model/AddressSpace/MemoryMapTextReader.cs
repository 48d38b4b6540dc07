using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Reads one <c>.memmap</c> text.</summary>
internal sealed class MemoryMapTextReader
{
    private const string RegionMend = "write: kind start size name, such as: device 0x22000000 0x1000 /sbsa-uart@22000000";

    private readonly string _path;
    private readonly List<Region> _regions = [];
    private readonly List<MemoryMapProblem> _problems = [];
    private readonly Dictionary<Region, int> _lines = [];
    private string _source;
    private int? _addressBits;

    public MemoryMapTextReader(string path)
    {
        _path = path;
        _source = SourceName.Of(path);
    }

    /// <summary>Reads the whole text; a reader reads one only.</summary>
    public MemoryMapResult Read(string text)
    {
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            MemoryMapTextLine line = new(lines[index], index + 1);
            if (!line.IsEmpty)
            {
                ReadLine(line);
            }
        }

        return _problems.Count == 0
            ? new MemoryMapResult(new MemoryMap(_regions, _addressBits), [])
            {
                Places = _lines.ToDictionary(static line => line.Key, line => new SourcePosition(_path, line.Value, 1)),
            }
            : new MemoryMapResult(null, _problems);
    }

    private void ReadLine(MemoryMapTextLine line)
    {
        string word = line.TakeWord();
        switch (word)
        {
            case "address-bits":
                ReadAddressBits(line);
                break;
            case "source":
                ReadSource(line);
                break;
            default:
                ReadRegion(line, word);
                break;
        }
    }

    private void ReadAddressBits(MemoryMapTextLine line)
    {
        string word = line.TakeRest();
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int bits) || !AddressWidths.IsArm(bits))
        {
            Report(line, $"'{word}' is not the width of a guest physical address", $"write {AddressWidths.ArmList}");
        }
        else if (_addressBits is not null)
        {
            Report(line, "the address width is stated twice", "keep one address-bits line");
        }
        else
        {
            _addressBits = bits;
        }
    }

    private void ReadSource(MemoryMapTextLine line)
    {
        string source = line.TakeRest();
        if (source.Length == 0)
        {
            Report(line, "the source has no name", "write who describes the regions that follow, such as: source board.dtb");
        }
        else
        {
            _source = source;
        }
    }

    private void ReadRegion(MemoryMapTextLine line, string word)
    {
        if (!RegionKindNames.TryParse(word, out RegionKind kind))
        {
            string known = string.Join(", ", RegionKindNames.Names);
            Report(line, $"'{word}' begins no line of a memory map", $"begin with one of {known}, address-bits, source, or #");
            return;
        }

        if (ReadNumber(line, "start address", out ulong start)
            && ReadNumber(line, "size", out ulong size)
            && IsRange(line, start, size))
        {
            ReadName(line, new Region(kind, start, size, string.Empty, _source));
        }
    }

    private bool ReadNumber(MemoryMapTextLine line, string what, out ulong value)
    {
        string word = line.TakeWord();
        if (word.Length == 0)
        {
            value = 0;
            Report(line, $"the region has no {what}", RegionMend);
            return false;
        }

        if (!ByteCount.TryParse(word, out value))
        {
            Report(line, $"the {what} '{word}' is not a number of bytes below 2^64", "write it as 0x4000000, 67108864 or 64M");
            return false;
        }

        return true;
    }

    private bool IsRange(MemoryMapTextLine line, ulong start, ulong size)
    {
        if (size == 0)
        {
            Report(line, "the region's size is 0", "give its size in bytes, or remove the line");
            return false;
        }

        if (size - 1 > ulong.MaxValue - start)
        {
            Report(line, $"the region at 0x{start:x} with size 0x{size:x} ends beyond 2^64", "give its size in bytes, not its end");
            return false;
        }

        return true;
    }

    private void ReadName(MemoryMapTextLine line, Region nameless)
    {
        Region region = nameless with { Name = line.TakeRest() };
        if (region.Name.Length == 0)
        {
            Report(line, "the region has no name", RegionMend);
        }
        else if (_lines.TryGetValue(region, out int first))
        {
            Report(line, $"line {first} says the same", "remove one of the two lines");
        }
        else
        {
            _lines.Add(region, line.Number);
            _regions.Add(region);
        }
    }

    private void Report(MemoryMapTextLine line, string cause, string mend) =>
        _problems.Add(new MemoryMapProblem(_path, string.Empty, line.Number, line.Column, cause, mend));
}
