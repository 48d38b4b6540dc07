using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>Judges what the writes of a record's probe changed.</summary>
/// <param name="members">The members in the probe's order.</param>
/// <param name="memory">The memory that the probe writes to.</param>
internal sealed class MemberMeter(IReadOnlyList<ProbedMember> members, ProbeMemory memory)
{
    private const byte Zeros = 0;
    private const byte Ones = 0xFF;

    private readonly List<string> _faults = [];
    private readonly List<RecordMember> _measured = [];

    private int _size;
    private int _member;
    private int _lvalue;
    private (int First, int Count) _set;
    private ulong _read;
    private int _firstBit;

    /// <summary>What was measured, once the probe has ended.</summary>
    public MeasuredRecord Result => new(_size, _measured, _faults);

    /// <summary>Takes a step of the probe.</summary>
    /// <param name="step">Its number; even ones wrote ones, odd ones wrote zero.</param>
    /// <param name="value">What was read back, or the struct's size.</param>
    public void Take(int step, ulong value)
    {
        if (step == ProbeText.SizeStep)
        {
            _size = (int)value;
            memory.Fill(Zeros);
        }
        else if (step % 2 == 0)
        {
            (_set, _read) = (memory.Changed(Zeros), value);
            memory.Fill(Ones);
        }
        else
        {
            TakeCleared(memory.Changed(Ones));
            memory.Fill(Zeros);
        }
    }

    private void TakeCleared((int First, int Count) cleared)
    {
        ProbedMember member = members[_member];
        string lvalue = member.Lvalues[_lvalue];
        if (cleared.Count < 0 || !IsSetAsCleared(member.Declared, cleared))
        {
            _faults.Add($"{lvalue} = ones sets {_set}, = zero clears {cleared}");
        }

        if (Expected(member, cleared.Count) is { } expected && expected != _read)
        {
            _faults.Add($"{lvalue} is read as 0x{_read:x} after ones were written, not as 0x{expected:x}");
        }

        _firstBit = _lvalue == 0 ? cleared.First : _firstBit;
        if (++_lvalue == member.Lvalues.Count)
        {
            Add(member, cleared.First + cleared.Count);
            (_member, _lvalue) = (_member + 1, 0);
        }
    }

    /// <summary>A bool is one bit of its byte; a handle's pointer may be the lower half of it.</summary>
    private bool IsSetAsCleared(DeclaredField field, (int First, int Count) cleared) =>
        _set.First == cleared.First
        && (_set.Count == cleared.Count
            || (field.Element is BooleanType && _set.Count == 1)
            || (field.Element is GuestHandleType or GuestHandle64Type && _set.Count == 32 && cleared.Count == 64));

    /// <summary>What reading a field of ones gives; null where that is not to be foretold, as of records.</summary>
    private static ulong? Expected(ProbedMember member, int bits) => member.Declared.Element switch
    {
        BooleanType => 1,
        IntegerType { IsSigned: false } or XenWidthType or LongType { IsSigned: false } or EnumType { Underlying.IsSigned: false } =>
            ulong.MaxValue >> (64 - bits),
        _ => null,
    };

    private void Add(ProbedMember member, int end)
    {
        if (member.CPath is not { } path)
        {
            return;
        }

        bool isBits = member.Declared.Field.BitWidth is not null;
        int count = member.Declared.IsFlexible ? 0 : end - _firstBit;
        if (!isBits && (_firstBit % 8 != 0 || count % 8 != 0))
        {
            _faults.Add($"{path} begins at bit {_firstBit} and has {count} bits, which are no bytes");
        }

        FieldPlace place = isBits
            ? new FieldPlace(_firstBit / 8, 0, _firstBit % 8, count)
            : new FieldPlace(_firstBit / 8, count / 8);
        _measured.Add(new RecordMember(path, member.Declared.Field, place));
    }
}
