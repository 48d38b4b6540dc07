using System;
using System.Threading;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Privcmd;

/// <summary>
/// Hypercalls of a process, each kind of argument once: none, a struct of its own, one in an envelope, one that the caller points to.
/// It prints the answers, which a test knows.
/// </summary>
internal static unsafe class Program
{
    private const int Threads = 8;
    private const int Rounds = 500;

    public static int Main()
    {
        int error = HypercallSdk.Privcmd.Open();
        Say("open", error);
        if (error != 0)
        {
            return 1;
        }

        XenVersionNumber version = XenVersion.Version();
        Say("version", $"{version.Major}.{version.Minor}");
        AskForText();
        AskWhereNothingIs();
        AskForReservation();
        AskForGrantTable();
        AskForDomains();
        bool areApart = AskFromManyThreads();
        Say("threads got their own answers", areApart);
        return areApart ? 0 : 1;
    }

    /// <summary>Xen writes into a buffer of the caller's.</summary>
    private static void AskForText()
    {
        if (!HypercallBuffer.TryAllocate((nuint)sizeof(CapabilitiesInfo), out HypercallBuffer buffer))
        {
            Say("buffer", "none");
            return;
        }

        using (buffer)
        {
            XenResult result = XenVersion.Capabilities((CapabilitiesInfo*)buffer.Pointer);
            ReadOnlySpan<byte> text = new(buffer.Pointer, (int)buffer.Size);
            Say("capabilities", $"{result.Value} {System.Text.Encoding.ASCII.GetString(text[..text.IndexOf((byte)0)])}");
        }
    }

    /// <summary>The control: memory that the process has and has never touched is not there for Xen.</summary>
    private static void AskWhereNothingIs()
    {
        const int Size = 1 << 24;
        byte* memory = (byte*)System.Runtime.InteropServices.NativeMemory.AllocZeroed(Size);
#pragma warning disable HCS6005 // that it fails is what is shown
        Say("capabilities, to untouched memory", XenVersion.Capabilities((CapabilitiesInfo*)(memory + (Size / 2))).Value);
#pragma warning restore HCS6005
    }

    /// <summary>4294967295 frames, of which Linux makes -1.</summary>
    private static void AskForReservation()
    {
        if (HypercallBuffer.TryAllocate((nuint)sizeof(MemoryDomain), out HypercallBuffer buffer))
        {
            using (buffer)
            {
                *(ushort*)buffer.Pointer = DomId.Self.Value;
                XenQuantity maximum = MemoryOp.MaximumReservation((MemoryDomain*)buffer.Pointer);
                Say("maximum reservation", maximum.Errno);
                Say("current reservation is a number", MemoryOp.CurrentReservation((MemoryDomain*)buffer.Pointer).IsSuccess);
            }
        }
    }

    private static void AskForGrantTable()
    {
        XenResult result = GrantTableOp.QuerySize(DomId.Self, out uint frames, out uint maximum, out GrantStatus status);
        Say("grant table", $"{result.Value} {status} {frames > 0} {maximum}");
    }

    private static void AskForDomains()
    {
        foreach (ushort number in (ReadOnlySpan<ushort>)[0, 77])
        {
            DomId domain = new(number);
            XenResult result = Domctl.GetDomainInfoOn416(
                ref domain, out DomId found, out _, out ulong pages, out _, out _, out _, out _, out _, out _,
                out uint processors, out _, out _, out _, out _, out _, out _);
            Say($"domain {number}", result.IsSuccess ? $"{found.Value} {pages > 0} {processors}" : $"{result.Value}");
        }
    }

    /// <summary>Every thread has a port of its own, and every call's struct a place of its own.</summary>
    private static bool AskFromManyThreads()
    {
        int right = 0;
        Thread[] threads = new Thread[Threads];
        for (int index = 0; index < Threads; index++)
        {
            threads[index] = new Thread(() => Interlocked.Add(ref right, CountRightAnswers()));
            threads[index].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return right == Threads * Rounds;
    }

    private static int CountRightAnswers()
    {
        int right = 0;
        for (int round = 0; round < Rounds; round++)
        {
            ushort remote = (ushort)(Environment.CurrentManagedThreadId + 100);
            bool isMade = EventChannelOp.AllocUnbound(DomId.Self, DomId.Self, out EventChannelPort port).IsSuccess;
            bool isKnown = EventChannelOp.Status(DomId.Self, port, out EventChannelState state, out _, out _).IsSuccess;
            bool isRefused = EventChannelOp.AllocUnbound(new DomId(remote), DomId.Self, out _).Errno == XenErrno.ESRCH;
            bool isClosed = EventChannelOp.Close(port).IsSuccess;
            right += isMade && isKnown && isRefused && isClosed && state == EventChannelState.Unbound ? 1 : 0;
        }

        return right;
    }

    private static void Say<T>(string what, T answer) => Console.WriteLine($"privcmd: {what}: {answer}");
}
