using System;
using System.Collections.Generic;
using System.Globalization;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>Real Xen under QEMU.</summary>
internal static class XenMachine
{
    /// <summary>Boots a guest on Debian's Xen and waits for its end.</summary>
    /// <param name="kind">What it is booted as.</param>
    /// <param name="image">The guest.</param>
    /// <param name="commandLine">The guest's command line.</param>
    /// <param name="timeoutSeconds">When to give up. A run takes a second or two where the machine has nothing else to do.</param>
    /// <param name="memoryMiB">The domain's memory, or <see langword="null"/> for eng/xen/boot's choice.</param>
    /// <param name="release">The release of Xen.</param>
    /// <exception cref="InvalidOperationException">A tool or a file is missing; the message says how to mend it.</exception>
    public static XenRun Boot(
        DomainKind kind, GuestImage image, string commandLine = "", int timeoutSeconds = 60, int? memoryMiB = null, string release = "4.17")
    {
        List<string> arguments =
        [
            "--as", NameOf(kind),
            "--image", image.Path,
            "--cmdline", commandLine,
            "--xen", release,
            "--timeout", timeoutSeconds.ToString(CultureInfo.InvariantCulture),
        ];
        if (memoryMiB is int memory)
        {
            arguments.AddRange(["--memory", memory.ToString(CultureInfo.InvariantCulture)]);
        }

        if (kind == DomainKind.PvhDomU)
        {
            arguments.AddRange(["--builder", GuestImage.Of("eng/xen/domain-builder").Path]); // built once, not at each boot
        }

        XenRun run = new(ProgramRun.Of("eng/xen/boot", arguments));
        return run.Verdict != Verdict.NotStarted ? run : throw new InvalidOperationException(run.Explanation);
    }

    private static string NameOf(DomainKind kind) => kind switch
    {
        DomainKind.Dom0 => "dom0",
        DomainKind.DomU => "domU",
        DomainKind.PvDom0 => "pv-dom0",
        DomainKind.PvhDom0 => "pvh-dom0",
        _ => "pvh-domU",
    };
}
