using HypercallSdk;

namespace GrantTable.Guest;

/// <summary>Prints ranges of guest physical addresses, aligned so that they read as a map.</summary>
internal static class MemoryMapReport
{
    private const int AddressDigits = 11;

    /// <summary>Prints a range of bytes and what it is.</summary>
    public static void Write(AddressRange range, string what)
    {
        Line line = Begin(range);
        line.Add(what);
        line.Write();
    }

    /// <summary>Prints a range of bytes and what it is, with a number.</summary>
    public static void Write(AddressRange range, string what, ulong number)
    {
        Line line = Begin(range);
        line.Add(what);
        line.AddNumber(number);
        line.Write();
    }

    private static Line Begin(AddressRange range)
    {
        Line line = default;
        line.Add("  ");
        line.AddHex(range.Start.Value, AddressDigits);
        line.Add("-");
        line.AddHex((range.End - 1).Value, AddressDigits);
        line.Add("  ");
        AddSize(ref line, range.Size);
        line.Add("  ");
        return line;
    }

    /// <summary>Appends a size in the largest unit that divides it, right-aligned.</summary>
    private static void AddSize(ref Line line, ulong bytes)
    {
        int unit = 0;
        while (unit < 3 && bytes % 1024 == 0)
        {
            bytes /= 1024;
            unit++;
        }

        for (ulong place = 1000; place > bytes && place > 1; place /= 10)
        {
            line.Add(" ");
        }

        line.AddNumber(bytes);
        line.Add(unit switch
        {
            1 => " KiB",
            2 => " MiB",
            3 => " GiB",
            _ => "   B",
        });
    }
}
