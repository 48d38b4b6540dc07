using System;
using System.IO;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Toolchain;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>The public headers of a release of Xen.</summary>
/// <param name="Release">The release.</param>
/// <param name="Folder">The folder that holds <c>xen/xen.h</c>.</param>
public sealed record XenHeaders(XenRelease Release, string Folder)
{
    private const string HeadName = "HEAD";

    /// <summary>All that declare something of the ABI, in an order in which they can be included. Which a release has, its folder tells.</summary>
    private static readonly string[] Common =
    [
        "xen.h", "errno.h", "features.h", "grant_table.h", "memory.h", "event_channel.h", "sched.h", "vcpu.h", "version.h", "physdev.h",
        "platform.h", "callback.h", "nmi.h", "kexec.h", "xenoprof.h", "pmu.h", "argo.h", "hypfs.h", "trace.h", "elfnote.h", "domctl.h",
        "sysctl.h", "tmem.h", "vm_event.h", "device_tree_defs.h", "xencomm.h", "xsm/flask_op.h", "hvm/hvm_op.h", "hvm/params.h",
        "hvm/dm_op.h", "hvm/ioreq.h", "hvm/e820.h", "hvm/hvm_info_table.h", "hvm/hvm_vcpu.h", "hvm/save.h", "hvm/hvm_xs_strings.h",
        "hvm/pvdrivers.h", "io/ring.h", "io/console.h", "io/xs_wire.h", "io/xenbus.h", "io/protocols.h",
    ];

    private static readonly string[] OnX86 =
        ["arch-x86/xen-mca.h", "arch-x86/pmu.h", "arch-x86/cpuid.h", "arch-x86/hvm/start_info.h", "arch-x86/guest-acpi.h"];

    private static readonly string[] OnArm = ["arch-arm.h"];

    /// <summary>The release's name: its number, or HEAD.</summary>
    public string Name => Release == Releases.Head ? HeadName : Release.ToString();

    /// <summary>The API of the headers' own release.</summary>
    public const string NewestApi = "__XEN_LATEST_INTERFACE_VERSION__";

    /// <summary>The API of Xen 3.2: the headers keep what was renamed or withdrawn since under its old name there.</summary>
    public const string OldestApi = "0x00030201";

    /// <summary>The headers that Debian has of a release, fetched if they are not there.</summary>
    /// <exception cref="InvalidOperationException">They cannot be had.</exception>
    public static XenHeaders Fetch(string release)
    {
        const string Key = "include=";
        string[] fetched = EngScript.Output("xen/fetch", release, "arm64").Split('\n');
        return Parse($"{release}={fetched.Single(static line => line.StartsWith(Key, StringComparison.Ordinal))[Key.Length..]}");
    }

    /// <summary>Reads a release and a folder: <c>4.17=/usr/include</c>; HEAD is the newest.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static XenHeaders Parse(string text) => text.Split('=', 2) switch
    {
        [HeadName, string folder] => new XenHeaders(Releases.Head, folder),
        [string name, string folder] when XenRelease.TryParse(name, out XenRelease release) => new XenHeaders(release, folder),
        _ => throw new FormatException($"'{text}' is not RELEASE=DIR, such as 4.17=/usr/include"),
    };

    /// <summary>C that includes the headers, with the tools' interfaces.</summary>
    /// <param name="abi">The ABI.</param>
    /// <param name="api">The API, as <c>__XEN_INTERFACE_VERSION__</c>; some names are only in that of earlier releases.</param>
    public string Include(AbiKind abi, string api)
    {
        string[] own = AbiSet.Arm.Has(abi) ? OnArm : OnX86;
        StringWriter text = new() { NewLine = "\n" };
        text.WriteLine("#include <stdint.h>");
        text.WriteLine("#include <stddef.h>");
        text.WriteLine($"#define __XEN_INTERFACE_VERSION__ {api}");

        // The tools get the newest API whatever they ask for, so that is settled first.
        text.WriteLine("#include <xen/xen-compat.h>");
        text.WriteLine("#define __XEN_TOOLS__ 1");
        foreach (string header in Array.FindAll([.. Common, .. own], header => File.Exists(Path.Combine(Folder, "xen", header))))
        {
            text.WriteLine($"#include <xen/{header}>");
        }

        text.Write(ProposedHeader.Text);
        return text.ToString();
    }
}
