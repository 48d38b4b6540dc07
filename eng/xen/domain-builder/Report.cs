using System;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>What went wrong, a line on the console that eng/xen/boot repeats.</summary>
internal static class Report
{
    /// <summary>Says what was found, unless all is well.</summary>
    /// <returns>Whether all is well.</returns>
    public static bool If(bool isWell, ReadOnlySpan<byte> found)
    {
        if (!isWell)
        {
            Begin();
            Console.Write(found);
            Console.Write("\n"u8);
        }

        return isWell;
    }

    /// <summary>Says what Xen answered to an operation, if that is an error.</summary>
    /// <returns>Whether it is none.</returns>
    public static bool Failure(ReadOnlySpan<byte> operation, XenResult answer)
    {
        if (answer.IsFailure)
        {
            Begin();
            Console.Write("Xen answers "u8);
            Console.WriteDecimal(answer.Value);
            Console.Write(" to "u8);
            Console.Write(operation);
            Console.Write("\n"u8);
        }

        return answer.IsSuccess;
    }

    /// <summary>Says how a domain ended that had no exit code.</summary>
    /// <returns><see langword="false"/>.</returns>
    public static bool NoVerdict(ShutdownReason reason) => If(false, reason switch
    {
        ShutdownReason.PowerOff => "it powered off"u8,
        ShutdownReason.Reboot => "it wants to be rebooted"u8,
        ShutdownReason.Suspend => "it suspended itself"u8,
        ShutdownReason.Crash => "it crashed"u8,
        ShutdownReason.Watchdog => "its watchdog ran out"u8,
        ShutdownReason.SoftReset => "it wants to be reset"u8,
        _ => "it ended for a reason that Xen has no name for"u8,
    });

    private static void Begin() => Console.Write("domain-builder: "u8);
}
