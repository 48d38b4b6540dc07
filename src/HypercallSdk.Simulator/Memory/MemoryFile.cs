using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HypercallSdk.Simulator.Memory;

/// <summary>
/// A file that exists in memory only. Its pages can be mapped at several addresses at once, and copying through it touches
/// any address without a fault: the kernel answers EFAULT where a plain access would end the process.
/// </summary>
internal sealed unsafe class MemoryFile : IDisposable
{
    /// <param name="name">What /proc/self/maps shows behind "memfd:".</param>
    /// <param name="length">The length in bytes; pages that were never written take no memory.</param>
    public MemoryFile(string name, long length)
    {
        int descriptor = LibC.CreateMemoryFile(name, LibC.MemfdCloseOnExec);
        if (descriptor < 0)
        {
            throw HostFailure("could not create a memory file");
        }

        Handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (LibC.SetLength(Handle, length) != 0)
        {
            IOException failure = HostFailure($"could not make a memory file {length} bytes long (see ulimit -f)");
            Handle.Dispose();
            throw failure;
        }
    }

    /// <summary>The file, for mapping it.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>Copies from the file; <paramref name="pointer"/> may be any value.</summary>
    /// <returns>Whether every byte could be written.</returns>
    public bool TryRead(long offset, void* pointer, int count) =>
        LibC.Read(Handle, pointer, (nuint)count, offset) == count;

    /// <summary>Copies into the file; <paramref name="pointer"/> may be any value.</summary>
    /// <returns>Whether every byte could be read.</returns>
    public bool TryWrite(long offset, void* pointer, int count) =>
        LibC.Write(Handle, pointer, (nuint)count, offset) == count;

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    /// <summary>What the host said to the last call, as an exception.</summary>
    public static IOException HostFailure(string what) =>
        new($"The simulator {what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
}
