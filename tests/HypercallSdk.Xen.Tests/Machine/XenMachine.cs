using System;
using System.Collections.Generic;
using System.Globalization;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>Real Xen under QEMU.</summary>
internal static class XenMachine
{
    /// <summary>The debug Xen: it overwrites the registers that a hypercall may change.</summary>
    public const string Debug = "4.17-debug";

    /// <summary>Boots a guest on Debian's Xen 4.17, or another, and waits for its end.</summary>
    /// <param name="kind">What it is booted as.</param>
    /// <param name="image">The guest.</param>
    /// <param name="commandLine">The guest's command line.</param>
    /// <param name="timeoutSeconds">When to give up. A run takes a second or two where the machine has nothing else to do.</param>
    /// <param name="memoryMiB">The domain's memory, or <see langword="null"/> for eng/xen/boot's choice.</param>
    /// <param name="xen">Which Xen: a release that eng/xen/boot knows.</param>
    /// <param name="trace">Where QEMU writes the exceptions that the machine takes, or <see langword="null"/> for nowhere.</param>
    /// <exception cref="InvalidOperationException">A tool or a file is missing; the message says how to mend it.</exception>
    public static XenRun Boot(
        DomainKind kind,
        GuestImage image,
        string commandLine = "",
        int timeoutSeconds = 60,
        int? memoryMiB = null,
        string xen = "4.17",
        string? trace = null)
    {
        List<string> arguments =
        [
            "--as", NameOf(kind),
            "--image", image.Path,
            "--xen", xen,
            "--cmdline", commandLine,
            "--timeout", timeoutSeconds.ToString(CultureInfo.InvariantCulture),
        ];
        if (memoryMiB is int memory)
        {
            arguments.AddRange(["--memory", memory.ToString(CultureInfo.InvariantCulture)]);
        }

        if (trace is not null)
        {
            arguments.AddRange(["--trace", trace]);
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
        DomainKind.Dom0 or DomainKind.Arm32Dom0 => "dom0",
        DomainKind.DomU or DomainKind.Arm32DomU => "domU",
        DomainKind.PvDom0 => "pv-dom0",
        DomainKind.PvhDom0 => "pvh-dom0",
        DomainKind.LinuxPvDom0 => "linux-pv-dom0",
        DomainKind.LinuxPvhDom0 => "linux-pvh-dom0",
        _ => "pvh-domU",
    };
}
