using System;

namespace HypercallSdk.Guests;

/// <summary>The command line that Xen gave the guest: <c>bootargs</c> in the device tree's <c>/chosen</c>.</summary>
internal static unsafe class BootArguments
{
    private const uint BeginNode = 1;
    private const uint EndNode = 2;
    private const uint Property = 3;
    private const uint Nop = 4;

    /// <summary>Whether the command line is exactly this word.</summary>
    public static bool Are(byte* deviceTree, ReadOnlySpan<byte> word)
    {
        byte* arguments = Find(deviceTree);
        return arguments is not null && Equal(arguments, word);
    }

    // No other node of the tree that Xen makes has a property of this name.
    private static byte* Find(byte* deviceTree)
    {
        byte* token = deviceTree + ReadCell(deviceTree + 8);
        byte* names = deviceTree + ReadCell(deviceTree + 12);
        while (true)
        {
            switch (ReadCell(token))
            {
                case BeginNode:
                    token += 4 + Padded(LengthOf(token + 4) + 1);
                    break;
                case Property:
                    if (Equal(names + ReadCell(token + 8), "bootargs"u8))
                    {
                        return token + 12;
                    }

                    token += 12 + Padded((int)ReadCell(token + 4));
                    break;
                case EndNode:
                case Nop:
                    token += 4;
                    break;
                default:
                    return null;
            }
        }
    }

    private static uint ReadCell(byte* cell)
        => ((uint)cell[0] << 24) | ((uint)cell[1] << 16) | ((uint)cell[2] << 8) | cell[3];

    private static int Padded(int length) => (length + 3) & ~3;

    private static int LengthOf(byte* text)
    {
        int length = 0;
        while (text[length] != 0)
        {
            length++;
        }

        return length;
    }

    private static bool Equal(byte* text, ReadOnlySpan<byte> word)
    {
        if (LengthOf(text) != word.Length)
        {
            return false;
        }

        for (int index = 0; index < word.Length; index++)
        {
            if (text[index] != word[index])
            {
                return false;
            }
        }

        return true;
    }
}
