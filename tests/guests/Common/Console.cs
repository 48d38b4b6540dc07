using System;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests;

/// <summary>Lines on Xen's console.</summary>
internal static unsafe class Console
{
    /// <summary>Writes text, in ASCII.</summary>
    public static void Write(ReadOnlySpan<byte> text)
    {
        fixed (byte* buffer = text)
        {
            Write(buffer, (uint)text.Length);
        }
    }

    /// <summary>Writes a value as <c>0x</c> and sixteen digits.</summary>
    public static void WriteHex(ulong value)
    {
        byte* digits = stackalloc byte[18];
        digits[0] = (byte)'0';
        digits[1] = (byte)'x';
        for (int index = 0; index < 16; index++)
        {
            ulong digit = (value >> (60 - (4 * index))) & 0xF;
            digits[2 + index] = (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);
        }

        Write(digits, 18);
    }

    /// <summary>Writes a signed value in decimal.</summary>
    public static void WriteDecimal(long value)
    {
        byte* digits = stackalloc byte[20];
        ulong rest = value < 0 ? 0UL - (ulong)value : (ulong)value;
        int first = 20;
        do
        {
            digits[--first] = (byte)('0' + (rest % 10));
            rest /= 10;
        }
        while (rest != 0);

        if (value < 0)
        {
            digits[--first] = (byte)'-';
        }

        Write(digits + first, (uint)(20 - first));
    }

    // Xen refuses a domU on x86, which prints by a port.
    private static void Write(byte* text, uint length)
    {
        if (ConsoleIo.Write(length, text).IsFailure)
        {
            Machine.Print(text, length);
        }
    }
}
