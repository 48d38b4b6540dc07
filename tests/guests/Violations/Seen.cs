using System;

namespace HypercallSdk.Guests.Violations;

/// <summary>
/// Prints what came of a violation, a line each: the rule that warns of it, what was done, and the answer or what memory holds. Where no
/// rule can tell, the entry of the catalogue stands in the rule's place: <c>T5</c>.
/// </summary>
internal static unsafe class Seen
{
    /// <summary>What Xen answered.</summary>
    public static void Answer(ReadOnlySpan<byte> violation, XenResult result) => Write(violation, result.Value);

    /// <summary>How many extents Xen did.</summary>
    public static void Answer(ReadOnlySpan<byte> violation, ExtentCount result)
    {
        Line line = Begin(violation);
        line.Add(result.Value);
        line.Add(" extents"u8);
        line.Write();
    }

    /// <summary>What Xen answered, and the outcome of the operation's one element.</summary>
    public static void Answer(ReadOnlySpan<byte> violation, XenResult result, long status)
    {
        Line line = Begin(violation);
        line.Add(result.Value);
        line.Add(", status "u8);
        line.Add(status);
        line.Write();
    }

    /// <summary>What eight bytes of memory hold.</summary>
    public static void Memory(ReadOnlySpan<byte> violation, ulong* address)
    {
        Line line = Begin(violation);
        ulong value;
        if (Machine.ProbeRead(address, &value) == 0)
        {
            line.Add("aborts"u8);
        }
        else
        {
            line.AddHex(value, 16);
        }

        line.Write();
    }

    /// <summary>What four bytes of a device's registers hold, or of what is there instead; they must not abort.</summary>
    public static void Register(ReadOnlySpan<byte> violation, uint* address)
    {
        Line line = Begin(violation);
        line.AddHex(*address, 8);
        line.Write();
    }

    private static void Write(ReadOnlySpan<byte> violation, long answer)
    {
        Line line = Begin(violation);
        line.Add(answer);
        line.Write();
    }

    private static Line Begin(ReadOnlySpan<byte> violation)
    {
        Line line = default;
        line.Add(violation);
        line.Add(": "u8);
        return line;
    }
}
