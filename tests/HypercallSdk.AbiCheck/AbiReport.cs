using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.AbiCheck.Coverage;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Headers;
using HypercallSdk.AbiCheck.History;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck;

/// <summary>Everything that is known of how the declarations compare with Xen.</summary>
/// <param name="Declared">What is declared, on each ABI.</param>
/// <param name="Headers">Against the headers, for each release and ABI.</param>
/// <param name="Layouts">Against the measured layouts, for each ABI.</param>
/// <param name="Findings">All that differs, what the compiler and the analyzers say included.</param>
/// <param name="Coverage">What is declared of all that there is.</param>
public sealed record AbiReport(
    IReadOnlyList<DeclaredAbi> Declared,
    IReadOnlyList<HeaderCheck> Headers,
    IReadOnlyList<LayoutCheck> Layouts,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<CoverageRow> Coverage)
{
    /// <summary>Compares declarations with Xen.</summary>
    /// <param name="sources">The declarations.</param>
    /// <param name="headers">The headers of some releases, oldest first.</param>
    public static AbiReport Of(GuestSources sources, IReadOnlyList<XenHeaders> headers)
    {
        DeclaredAbi[] declared = [.. Enum.GetValues<AbiKind>().AsParallel().AsOrdered().Select(abi => DeclaredAbi.Of(sources, abi))];
        HeaderCheck[] checks =
        [
            .. headers.SelectMany(release => declared.Select(abi => (Release: release, Abi: abi)))
                .AsParallel()
                .AsOrdered()
                .Select(static pair => HeaderCheck.Of(pair.Abi, pair.Release)),
        ];
        LayoutCheck[] layouts = [.. declared.Select(LayoutCheck.Of)];
        Finding[] findings =
        [
            .. declared.SelectMany(abi => GuestProblems.Of(abi, sources)),
            .. checks.SelectMany(static check => check.Findings),
            .. layouts.SelectMany(static check => check.Findings),
            .. HistoryCheck.Of(declared),
        ];
        return new AbiReport(declared, checks, layouts, findings, CoverageCheck.Of(declared, headers[^1]));
    }

    /// <summary>The report for some bindings alone.</summary>
    /// <param name="bindings">Their folders; none for all.</param>
    public AbiReport For(IReadOnlyList<string> bindings)
    {
        bool IsOf(Finding finding) => bindings.Contains(finding.File.Split('/')[0]);

        // A header is called like the hypercall's folder without its ending, mostly: memory.h, memory_op.
        bool IsOwn(CoverageRow row) => row.Owner.Split('/', '.') is [var first, ..] && (bindings.Contains(first) || bindings.Contains(first + "_op"));
        return bindings.Count == 0
            ? this
            : this with { Findings = [.. Findings.Where(IsOf)], Coverage = [.. Coverage.Where(IsOwn)] };
    }

    /// <summary>Whether nothing differs and nothing is missing.</summary>
    public bool IsClean => Findings.Count == 0 && Coverage.All(static row => row.Missing.Count == 0);

    /// <summary>Writes it as tables.</summary>
    public void Write(TextWriter output)
    {
        foreach (string line in FindingText.LinesOf(Findings))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"{"release",-9}{"abi",-8}{"records",9}{"fields",9}{"constants",11}{"mismatches",12}");
        foreach (HeaderCheck check in Headers)
        {
            output.WriteLine(
                $"{check.Headers.Name,-9}{AbiNames.Of(check.Abi),-8}{check.Records,9}{check.Fields,9}{check.Constants,11}{check.Findings.Count,12}");
        }

        foreach (LayoutCheck check in Layouts)
        {
            output.WriteLine($"{"HEAD",-9}{AbiNames.Of(check.Abi),-8}{check.Records,9}{check.Fields,9}{"-",11}{check.Findings.Count,12}");
        }

        output.WriteLine();
        output.WriteLine($"{"what",-12}{"where",-28}{"declared",9}{"known",7}  missing");
        foreach (CoverageRow row in Coverage)
        {
            output.WriteLine(
                $"{row.Kind,-12}{row.Owner,-28}{row.Known - row.Missing.Count,9}{row.Known,7}  {string.Join(' ', row.Missing)}".TrimEnd());
        }

        output.WriteLine($"{Findings.Count} findings, {Coverage.Sum(static row => row.Missing.Count)} missing");
    }
}
