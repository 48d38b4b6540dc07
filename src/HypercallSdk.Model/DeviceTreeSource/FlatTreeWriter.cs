using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>Writes a resolved tree as a flattened device tree of version 17, which the one reader of device trees reads.</summary>
internal sealed class FlatTreeWriter
{
    private const uint Magic = 0xD00DFEED;
    private const uint Version = 17;
    private const uint CompatibleVersion = 16;
    private const uint HeaderSize = 40;

    private readonly List<byte> _reservations = [];
    private readonly List<byte> _structure = [];
    private readonly List<byte> _strings = [];
    private readonly Dictionary<string, uint> _names = new(StringComparer.Ordinal);

    /// <summary>Writes a tree; a writer writes one.</summary>
    public byte[] Write(DtsTree tree)
    {
        foreach (DtsReservation reservation in tree.Reservations)
        {
            AddReservation(reservation.Start, reservation.Size);
        }

        AddReservation(0, 0);
        AddNode(tree.Root!);
        Add(_structure, DeviceTreeToken.End);
        return [.. Header(), .. _reservations, .. _structure, .. _strings];
    }

    private List<byte> Header()
    {
        uint structureOffset = HeaderSize + (uint)_reservations.Count;
        uint stringsOffset = structureOffset + (uint)_structure.Count;
        List<byte> header = [];
        uint[] words =
        [
            Magic, stringsOffset + (uint)_strings.Count, structureOffset, stringsOffset, HeaderSize, Version, CompatibleVersion, 0,
            (uint)_strings.Count, (uint)_structure.Count,
        ];
        foreach (uint word in words)
        {
            Add(header, word);
        }

        return header;
    }

    private void AddReservation(ulong start, ulong size)
    {
        foreach (ulong number in (ulong[])[start, size])
        {
            Add(_reservations, (uint)(number >> 32));
            Add(_reservations, (uint)number);
        }
    }

    // As deep as the tree, which its reader bounds.
    private void AddNode(DtsNode node)
    {
        Add(_structure, DeviceTreeToken.BeginNode);
        AddPadded([.. Encoding.UTF8.GetBytes(node.Name), 0]);
        foreach (DtsProperty property in node.Properties.Present)
        {
            Add(_structure, DeviceTreeToken.Property);
            Add(_structure, (uint)property.Bytes.Count);
            Add(_structure, OffsetOf(property.Name));
            AddPadded(property.Bytes);
        }

        foreach (DtsNode child in node.Children.Present)
        {
            AddNode(child);
        }

        Add(_structure, DeviceTreeToken.EndNode);
    }

    private void AddPadded(List<byte> bytes)
    {
        _structure.AddRange(bytes);
        _structure.AddRange(Enumerable.Repeat((byte)0, -bytes.Count & 3));
    }

    private uint OffsetOf(string name)
    {
        if (!_names.TryGetValue(name, out uint offset))
        {
            offset = (uint)_strings.Count;
            _names.Add(name, offset);
            _strings.AddRange(Encoding.UTF8.GetBytes(name + '\0'));
        }

        return offset;
    }

    private static void Add(List<byte> block, uint word)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            block.Add((byte)(word >> shift));
        }
    }
}
