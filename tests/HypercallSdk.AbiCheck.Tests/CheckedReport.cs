using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Headers;

namespace HypercallSdk.AbiCheck.Tests;

/// <summary>The report on this repository's declarations, made once for all tests.</summary>
public sealed class CheckedReport
{
    private readonly Lazy<AbiReport> _report =
        new(static () => AbiReport.Of(GuestSources.OfRepository(), [.. Releases.Select(XenHeaders.Fetch)]));

    /// <summary>The releases whose headers Debian has.</summary>
    public static IReadOnlyList<string> Releases { get; } = ["4.14", "4.17", "4.20"];

    /// <summary>The report.</summary>
    public AbiReport Report => _report.Value;
}
