using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace HypercallSdk.AbiCheck;

/// <summary>The measured data in this assembly. The README beside each file says how it was measured.</summary>
internal static class CsvResource
{
    /// <summary>The lines of a file behind its first one, which names the columns.</summary>
    public static IEnumerable<string> LinesOf(string name)
    {
        using Stream stream = typeof(CsvResource).Assembly.GetManifestResourceStream(name + ".csv.gz")
            ?? throw new ArgumentException($"There is no {name}.csv.gz in the assembly.", nameof(name));
        using StreamReader reader = new(new GZipStream(stream, CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
    }

    /// <summary>The cells of a line, of which some are in quotes with commas inside.</summary>
    public static string[] CellsOf(string line)
    {
        List<string> cells = [];
        int start = 0;
        bool isQuoted = false;
        for (int index = 0; index <= line.Length; index++)
        {
            if (index < line.Length && line[index] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (index == line.Length || (line[index] == ',' && !isQuoted))
            {
                cells.Add(line[start..index].Trim('"'));
                start = index + 1;
            }
        }

        return [.. cells];
    }
}
