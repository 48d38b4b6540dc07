using System;
using System.IO;
using System.Text;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary>What the guest wrote, kept and, where the machine has a console, passed on.</summary>
internal sealed class GuestConsole(Stream? output) : IDisposable
{
    private readonly MemoryStream _written = new();

    /// <summary>All of it, read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(_written.GetBuffer(), 0, (int)_written.Length);

    /// <summary>Writes bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        _written.Write(bytes);
        output?.Write(bytes);
        output?.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _written.Dispose();
}
