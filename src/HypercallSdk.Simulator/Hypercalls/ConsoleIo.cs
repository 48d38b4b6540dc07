using System;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary><c>HYPERVISOR_console_io</c>.</summary>
internal sealed class ConsoleIo(GuestConsole console, GuestCopy guest, CallLog log)
{
    // Xen takes so many bytes at a time: what came before a bad pointer is written.
    private const int Portion = 127;

    /// <summary>Answers a call.</summary>
    public nint Call(ConsoleOperation operation, uint count, nuint buffer)
    {
        return operation == ConsoleOperation.Write
            ? Write(count, buffer)
            : log.Lacking(HypercallNumber.ConsoleIo, operation);
    }

    private nint Write(uint count, nuint buffer)
    {
        Span<byte> bytes = stackalloc byte[Portion];
        for (uint done = 0; done < count; done += Portion)
        {
            Span<byte> portion = bytes[..(int)Math.Min(Portion, count - done)];
            if (!guest.TryRead(buffer + done, portion))
            {
                return Answer.Fail(XenErrno.EFAULT);
            }

            console.Write(portion);
        }

        return Answer.Done;
    }
}
