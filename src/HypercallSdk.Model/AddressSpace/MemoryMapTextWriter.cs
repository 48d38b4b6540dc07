using System.Globalization;
using System.Linq;
using System.Text;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>Writes a memory map as <c>.memmap</c> text, in columns, with a line feed at each line's end.</summary>
internal static class MemoryMapTextWriter
{
    private const int NumberWidth = 18;

    private static readonly int KindWidth = RegionKindNames.Names.Max(static name => name.Length);

    /// <summary>Writes the whole map.</summary>
    public static string Write(MemoryMap map)
    {
        StringBuilder text = new();
        if (map.AddressBits is int bits)
        {
            text.Append("address-bits ").Append(bits.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        string? source = null;
        foreach (Region region in map.Regions)
        {
            if (region.Source != source)
            {
                source = region.Source;
                text.Append("source ").Append(OneLine(source)).Append('\n');
            }

            text.Append(RegionKindNames.Of(region.Kind).PadRight(KindWidth)).Append(' ')
                .Append(Number(region.Start)).Append(' ')
                .Append(Number(region.Size)).Append(' ')
                .Append(OneLine(region.Name)).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(ulong value) =>
        ("0x" + value.ToString("x", CultureInfo.InvariantCulture)).PadRight(NumberWidth);

    private static string OneLine(string name)
    {
        string line = new([.. name.Select(static character => char.IsControl(character) ? ' ' : character)]);
        return line.Trim().Length == 0 ? "(unnamed)" : line.Trim();
    }
}
