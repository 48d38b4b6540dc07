using System;
using HypercallSdk;
using HypercallSdk.Xen;

namespace PsciSample;

/// <summary>Where the guest's text goes: to Xen, and to the machine's serial port where there is no Xen.</summary>
internal readonly unsafe struct Console
{
    private readonly byte* _port;

    private Console(byte* port)
    {
        _port = port;
    }

    /// <summary>The console that a device tree tells of.</summary>
    public static Console Of(DeviceTree tree) =>
        !tree.TryFindCompatible("xen,xen", out _)
        && tree.TryFindCompatible("arm,pl011", out DeviceTreeNode node)
        && DeviceTreeRanges.TryRead(node, out DeviceTreeRanges registers)
        && registers.Count > 0
            ? new Console((byte*)registers.Get(0).Start.Value)
            : default;

    /// <summary>Writes ASCII text.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        fixed (byte* first = text)
        {
            Write(first, (uint)text.Length);
        }
    }

    /// <summary>Writes text up to its zero, or so many bytes of it.</summary>
    public void WriteTerminated(byte* text, uint most)
    {
        uint length = 0;
        while (length < most && text[length] != 0)
        {
            length++;
        }

        Write(text, length);
    }

    /// <summary>Writes a number in decimal.</summary>
    public void WriteNumber(long value)
    {
        byte* digits = stackalloc byte[20];
        ulong rest = value < 0 ? 0UL - (ulong)value : (ulong)value;
        uint first = 20;
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

        Write(digits + first, 20 - first);
    }

    private void Write(byte* text, uint length)
    {
        if (_port == null)
        {
            _ = ConsoleIo.Write(length, text); // nobody could be told that the console failed
            return;
        }

        for (uint index = 0; index < length; index++)
        {
            *_port = text[index]; // QEMU's port is always ready; a real one is asked first
        }
    }
}
