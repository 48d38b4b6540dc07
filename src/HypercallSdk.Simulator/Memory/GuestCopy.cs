using System;

namespace HypercallSdk.Simulator.Memory;

/// <summary>
/// Xen's copy_from_guest and copy_to_guest: whatever a guest passes for a pointer, a bad one is an answer and not a fault.
/// </summary>
internal sealed unsafe class GuestCopy : IDisposable
{
    private readonly MemoryFile _bounce = new("xen-simulator-copy", PageSize.Bytes);

    /// <summary>Reads guest memory at a guest pointer, which is a pointer of this process.</summary>
    /// <returns>Whether all of it could be read; else the answer is <c>-EFAULT</c>.</returns>
    public bool TryRead(nuint pointer, Span<byte> destination)
    {
        fixed (byte* target = destination)
        {
            for (int done = 0; done < destination.Length; done += PageSize.Bytes)
            {
                int count = Math.Min(destination.Length - done, PageSize.Bytes);
                if (!_bounce.TryWrite(0, (byte*)pointer + done, count) || !_bounce.TryRead(0, target + done, count))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Writes guest memory at a guest pointer.</summary>
    /// <returns>Whether all of it could be written; else the answer is <c>-EFAULT</c>.</returns>
    public bool TryWrite(nuint pointer, ReadOnlySpan<byte> source)
    {
        fixed (byte* origin = source)
        {
            for (int done = 0; done < source.Length; done += PageSize.Bytes)
            {
                int count = Math.Min(source.Length - done, PageSize.Bytes);
                if (!_bounce.TryWrite(0, origin + done, count) || !_bounce.TryRead(0, (byte*)pointer + done, count))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _bounce.Dispose();
}
