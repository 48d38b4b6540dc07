using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>Code as an OS has it gives no rule anything to say, information included.</summary>
public sealed class SilenceTests
{
    private const string Drivers = "tests/guests/Drivers";

    private static readonly string[] Bindings =
    [
        "common", "memory_op", "grant_table_op", "event_channel_op", "sched_op", "hvm_op", "dm_op", "ioreq", "io_ring", "shared_info",
        "xen_version", "console_io",
    ];

    private const string Machine = """
        address-bits 48
        source pc.e820
        ram 0x100000 0x7f00000 /ram
        """;

    [Theory]
    [InlineData("arm64", "hvc", "arm-domU", Drivers)]
    [InlineData("arm64", "hvc", "arm-dom0", Drivers)]
    [InlineData("x86_64", "hypercall-page", "pvh", Drivers)]
    [InlineData("arm64", "hvc", "arm-domU", "samples/GrantTable/Guest")]
    public async Task Nothing_is_said_of(string abi, string conduit, string guest, string folder)
    {
        IEnumerable<Diagnostic> found = await Find(abi, conduit, guest, folder);

        Assert.Empty(found.Where(static item => item.Severity != DiagnosticSeverity.Hidden).Select(static item => item.ToString()));
    }

    /// <summary>They are judged at all: for a guest that cannot map so, nearly every driver is wrong.</summary>
    [Fact]
    public async Task The_drivers_of_another_guest_are_flagged()
    {
        IEnumerable<Diagnostic> found = await Find("x86_64", "hypercall-page", "pv", Drivers);

        Assert.Equal(
            ["EventChannels.cs", "ForeignMapping.cs", "GrantTable.cs", "IoreqServer.cs"],
            found.Where(static item => item.Id is "HCS2009" or "HCS3002")
                .Select(static item => Path.GetFileName(item.Location.GetLineSpan().Path))
                .Distinct()
                .Order(StringComparer.Ordinal));
    }

    private static Task<ImmutableArray<Diagnostic>> Find(string abi, string conduit, string guest, string folder) => XenGuest.Everything(
        abi, conduit, guest, [.. Bindings.Select(static binding => "src/HypercallSdk.Xen/" + binding), folder],
        new MemoryMapText("guest.memmap", abi == "arm64" ? GuestSource.Map : Machine));
}
