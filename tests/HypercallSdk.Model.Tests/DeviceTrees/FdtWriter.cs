using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>Writes flattened device trees, whole ones and deliberately broken ones.</summary>
internal sealed class FdtWriter
{
    public const uint BeginNodeToken = 1;
    public const uint EndNodeToken = 2;
    public const uint PropertyToken = 3;
    public const uint NopToken = 4;
    public const uint EndToken = 9;

    private const int HeaderSize = 40;

    private readonly List<byte> _structure = [];
    private readonly List<byte> _strings = [];
    private readonly List<byte> _reservations = [];
    private readonly Dictionary<string, uint> _names = [];

    public FdtWriter Token(uint token)
    {
        _structure.AddRange(BigEndian(token));
        return this;
    }

    public FdtWriter Begin(string name)
    {
        Token(BeginNodeToken);
        _structure.AddRange([.. Encoding.Latin1.GetBytes(name), 0]);
        return Pad();
    }

    public FdtWriter End() => Token(EndNodeToken);

    public FdtWriter Property(string name, byte[] value)
    {
        Token(PropertyToken);
        Token((uint)value.Length);
        Token(NameOffset(name));
        _structure.AddRange(value);
        return Pad();
    }

    public FdtWriter Cells(string name, params uint[] cells) => Property(name, [.. cells.SelectMany(BigEndian)]);

    public FdtWriter Text(string name, params string[] texts) =>
        Property(name, [.. texts.SelectMany(static text => Encoding.Latin1.GetBytes(text + "\0"))]);

    public FdtWriter Reserve(ulong start, ulong size)
    {
        uint[] words = [(uint)(start >> 32), (uint)start, (uint)(size >> 32), (uint)size];
        _reservations.AddRange(words.SelectMany(BigEndian));
        return this;
    }

    /// <summary>The tree with its end token and terminators.</summary>
    public byte[] ToTree()
    {
        Token(EndToken);
        return ToBlob();
    }

    /// <summary>The tree as it was written, without an end token.</summary>
    public byte[] ToBlob()
    {
        byte[] reservations = [.. _reservations, .. new byte[16]];
        uint structureOffset = (uint)(HeaderSize + reservations.Length);
        uint stringsOffset = structureOffset + (uint)_structure.Count;
        uint[] header =
        [
            0xD00DFEED, stringsOffset + (uint)_strings.Count, structureOffset, stringsOffset, HeaderSize, 17, 16, 0,
            (uint)_strings.Count, (uint)_structure.Count,
        ];
        return [.. header.SelectMany(BigEndian), .. reservations, .. _structure, .. _strings];
    }

    private static IEnumerable<byte> BigEndian(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private FdtWriter Pad()
    {
        while (_structure.Count % 4 != 0)
        {
            _structure.Add(0);
        }

        return this;
    }

    private uint NameOffset(string name)
    {
        if (!_names.TryGetValue(name, out uint offset))
        {
            offset = (uint)_strings.Count;
            _names.Add(name, offset);
            _strings.AddRange([.. Encoding.Latin1.GetBytes(name), 0]);
        }

        return offset;
    }
}
