using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>
/// What lives where on a board, without our reader: dtc says which nodes there are, fdtget what their properties hold, and addresses
/// are taken from bus to bus by the text of the specification.
/// </summary>
internal sealed partial class BoardOracle
{
    private static readonly string[] Wanted =
        ["#address-cells", "#size-cells", "reg", "ranges", "device_type", "status", "compatible"];

    private readonly Dictionary<string, Dictionary<string, byte[]>> _nodes = [];

    /// <param name="file">The binary tree.</param>
    /// <param name="source">What dtc makes of it.</param>
    public BoardOracle(string file, string source)
    {
        List<string> pairs = [.. Properties(source)];
        string[] values = OutsideTool.Run("fdtget", ["-t", "bx", file, .. pairs]).Split('\n');
        for (int index = 0; index < pairs.Count; index += 2)
        {
            byte[] value = [.. values[index / 2].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(static text => byte.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
            _nodes[pairs[index]][pairs[index + 1]] = value;
        }

        Regions = [.. _nodes.Keys.SelectMany(RegionsOf).Order(StringComparer.Ordinal)];
    }

    /// <summary>Kind, path, address and size of every entry that the CPU can address.</summary>
    public string[] Regions { get; }

    /// <summary>The nodes and properties to ask for, in turn.</summary>
    private IEnumerable<string> Properties(string source)
    {
        string path = string.Empty;
        foreach (string line in source.Split('\n').Select(static line => line.Trim()))
        {
            if (Opening().Match(line) is { Success: true } node)
            {
                path = node.Groups[1].Value == "/" ? "/" : $"{path.TrimEnd('/')}/{node.Groups[1].Value}";
                _nodes.Add(path, []);
            }
            else if (line == "};")
            {
                path = ParentOf(path);
            }
            else if (IsOutOfReach(path))
            {
                continue;
            }
            else if (Wanted.FirstOrDefault(name => line.StartsWith(name + " ", StringComparison.Ordinal) || line == name + ";") is string name)
            {
                yield return path;
                yield return name;
            }
        }
    }

    /// <summary>
    /// Whether fdtget takes another node for it: a name without unit address means the first that has one. Such a node on one of the
    /// boards, its pins' SPI bus, has no addresses of the CPU's.
    /// </summary>
    private bool IsOutOfReach(string path) =>
        path.Length > 1 && (IsOutOfReach(ParentOf(path)) || _nodes.Keys.Any(other => other.StartsWith(path + "@", StringComparison.Ordinal)));

    private IEnumerable<string> RegionsOf(string path)
    {
        string parent = ParentOf(path);
        if (path == "/" || path.StartsWith("/chosen", StringComparison.Ordinal) || !_nodes[path].TryGetValue("reg", out byte[]? reg))
        {
            yield break;
        }

        (int address, int size) = (Cells(parent, "#address-cells", 2), Cells(parent, "#size-cells", 1));
        if (address is not (1 or 2) || size is not (1 or 2))
        {
            yield break;
        }

        for (int at = 0; at < reg.Length; at += 4 * (address + size))
        {
            ulong length = Number(reg, at + (4 * address), size);
            if (length != 0 && Translate(parent, Number(reg, at, address)) is ulong start)
            {
                yield return $"{KindOf(path, parent)} {path} {start:x} {length:x}";
            }
        }
    }

    private string KindOf(string path, string parent) =>
        parent == "/reserved-memory" ? "ReservedMemory"
        : parent != "/" || Text(path, "device_type") != "memory\0" ? "Device"
        : Text(path, "status") is null or "okay\0" or "ok\0" ? "Ram" : "ReservedMemory";

    /// <summary>An address on a node's bus as the CPU sees it.</summary>
    private ulong? Translate(string bus, ulong address)
    {
        for (; bus != "/"; bus = ParentOf(bus))
        {
            if (!_nodes[bus].TryGetValue("ranges", out byte[]? ranges))
            {
                if (bus == "/reserved-memory")
                {
                    continue;
                }

                return null;
            }

            (int child, int up, int size) =
                (Cells(bus, "#address-cells", 2), Cells(ParentOf(bus), "#address-cells", 2), Cells(bus, "#size-cells", 1));
            int entry = 4 * (child + up + size);
            int found = Enumerable.Range(0, ranges.Length / entry).Select(index => index * entry).FirstOrDefault(
                at => address - Number(ranges, at, child) < Number(ranges, at + (4 * (child + up)), size), -1);
            if (ranges.Length != 0 && found < 0)
            {
                return null;
            }

            address = ranges.Length == 0
                ? address
                : address - Number(ranges, found, child) + Number(ranges, found + (4 * child), up);
        }

        return address;
    }

    private string? Text(string path, string name) =>
        _nodes[path].TryGetValue(name, out byte[]? value) ? string.Concat(value.Select(static next => (char)next)) : null;

    private int Cells(string path, string name, int otherwise) =>
        _nodes[path].TryGetValue(name, out byte[]? value) ? (int)Number(value, 0, 1) : otherwise;

    private static ulong Number(byte[] bytes, int at, int cells) =>
        bytes.AsSpan(at, 4 * cells).ToArray().Aggregate(0ul, static (number, next) => (number << 8) | next);

    private static string ParentOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 1)];

    [GeneratedRegex(@"^(\S+) \{$")]
    private static partial Regex Opening();
}
