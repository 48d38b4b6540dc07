using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.RandomRecords;

/// <summary>One struct as C that makes a compiler write down its layout, and the bytes that the layout engine expects.</summary>
/// <remarks>
/// The bytes are two integers for the size and alignment; two more for each field that has an address, its offset and size; and for
/// each bit-field a struct that is zero but for it.
/// </remarks>
internal sealed class LayoutProbe
{
    private readonly List<string> _values = [];

    private readonly List<string> _members = [];

    private readonly List<byte> _expected = [];

    /// <summary>Makes the probe of a struct.</summary>
    /// <param name="tag">How to call it.</param>
    /// <param name="type">The struct.</param>
    /// <param name="model">The ABI that the layout engine is asked about.</param>
    public LayoutProbe(string tag, CompositeType type, DataModel model)
        : this(tag, type, type.ExtentIn(model), RecordMembers.Of(type, model))
    {
    }

    /// <summary>Makes the probe of a struct whose layout somebody else says.</summary>
    /// <param name="tag">How to call it.</param>
    /// <param name="type">The struct, as C is to declare it.</param>
    /// <param name="extent">The size and the alignment that are expected.</param>
    /// <param name="members">The places of the members that are expected.</param>
    public LayoutProbe(string tag, CompositeType type, TypeExtent extent, IEnumerable<RecordMember> members)
    {
        Tag = tag;
        Definition = $"struct {tag} {CText.Body(type)};";
        Expect($"sizeof(struct {tag})", extent.Size);
        Expect($"_Alignof(struct {tag})", extent.Alignment);
        foreach (RecordMember member in members)
        {
            if (member.Place.IsBits)
            {
                ExpectBits(member, extent.Size);
            }
            else
            {
                Expect($"__builtin_offsetof(struct {tag}, {member.Path})", member.Place.Offset);
                Expect($"sizeof(((struct {tag} *)0)->{member.Path})", member.Place.Size);
            }
        }
    }

    /// <summary>The struct's name.</summary>
    public string Tag { get; }

    /// <summary>The struct as C.</summary>
    public string Definition { get; }

    /// <summary>The members that hold the answers, to be put into a packed struct.</summary>
    public string Members => string.Join(' ', _members);

    /// <summary>The initialisers of those members.</summary>
    public string Values => string.Join(", ", _values);

    /// <summary>The bytes that the members then have, as the layout engine expects them.</summary>
    public IReadOnlyList<byte> Expected => _expected;

    private void Expect(string expression, int value)
    {
        _members.Add(string.Create(CultureInfo.InvariantCulture, $"int {Tag}_{_members.Count};"));
        _values.Add(expression);
        _expected.AddRange(BitConverter.GetBytes(value));
    }

    private void ExpectBits(RecordMember member, int size)
    {
        _members.Add(string.Create(CultureInfo.InvariantCulture, $"struct {Tag} {Tag}_{_members.Count};"));
        _values.Add($"{{ .{member.Path} = -1 }}");
        byte[] bytes = new byte[size];
        int first = (member.Place.Offset * 8) + member.Place.BitOffset;
        foreach (int bit in Enumerable.Range(first, member.Place.BitWidth))
        {
            bytes[bit / 8] |= (byte)(1 << (bit % 8));
        }

        _expected.AddRange(bytes);
    }
}
