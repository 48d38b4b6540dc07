using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.History;

/// <summary>The releases and the values of constants and operations against the history of Xen's headers.</summary>
public static class HistoryCheck
{
    private const string Place = "history";

    /// <summary>What ends the name of a hypercall that takes another one's operations under the number that it had before.</summary>
    private const string EarlierNumber = "_compat";

    /// <summary>The releases whose headers were measured.</summary>
    private static readonly IReadOnlyList<XenRelease> Measured =
        [.. Enumerable.Range(0, Releases.Head.Minor + 1).Select(static minor => new XenRelease(4, minor))];

    /// <summary>Compares what is declared on all ABIs.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<DeclaredAbi> declared) =>
    [
        .. declared
            .SelectMany(static abi => abi.Constants)
            .GroupBy(static constant => constant.CName)
            .Where(static group => XenConstant.ByName.ContainsKey(group.Key))
            .SelectMany(group => OfConstant(XenConstant.ByName[group.Key], [.. group.Distinct()]))
            .Concat(declared[0].Hypercalls.SelectMany(OfHypercall))
            .Distinct(),
    ];

    private static IEnumerable<Finding> OfConstant(XenConstant known, DeclaredConstant[] declared)
    {
        string file = declared[0].File;
        XenRelease? since = declared.Any(static constant => constant.Availability.Since is null)
            ? null
            : declared.Min(static constant => constant.Availability.Since);
        XenRelease? until = declared.Any(static constant => constant.Availability.Until is null)
            ? null
            : declared.Max(static constant => constant.Availability.Until);
        bool isOperation = declared.All(static constant => constant.IsOperation);
        if (since != known.Since && !(isOperation && (WasRenamed(declared[0], known, since) || WasAnother(declared, known, since))))
        {
            yield return new Finding(file, known.Name, Place, $"since {since?.ToString() ?? "ever"}", $"since {known.Since?.ToString() ?? "ever"}");
        }

        // The headers may keep the name of an operation that is answered no more.
        bool isKept = isOperation && until is not null && !(until > known.Until);
        if (until != known.Until && !isKept)
        {
            yield return new Finding(file, known.Name, Place, $"until {until?.ToString() ?? "now"}", $"until {known.Until?.ToString() ?? "now"}");
        }

        foreach (XenRelease release in Measured)
        {
            IReadOnlyList<string> texts = known.TextsIn(release);
            ulong?[] values = [.. texts.Select(text => new MacroEvaluator(release).Evaluate(text))];
            if (values.Length == 0 || values.Contains(null) || release > known.Until)
            {
                continue;
            }

            foreach (DeclaredConstant constant in declared.Where(constant => IsIn(constant.Availability, release)))
            {
                ulong ours = unchecked((ulong)constant.ValueIn(release));
                if (!values.Contains(ours))
                {
                    yield return new Finding(constant.File, known.Name, $"{release}", $"{constant.ValueIn(release)}", string.Join(" or ", texts));
                }
            }
        }
    }

    /// <summary>Whether an operation is older than its name: another name had its number, and stands for the name now.</summary>
    private static bool WasRenamed(DeclaredConstant constant, XenConstant known, XenRelease? since) =>
        known.Since is { } named
        && XenConstant.ByName.Values.Any(other => other.Header == known.Header
            && other.TextsIn(named).Contains(known.Name)
            && other.TextsIn(since ?? Measured[0]).Any(text => new MacroEvaluator(Measured[0]).Evaluate(text) == (ulong)constant.Value));

    /// <summary>Whether a name is older than the operation: it had another one's number.</summary>
    private static bool WasAnother(DeclaredConstant[] declared, XenConstant known, XenRelease? since) =>
        since is { Minor: > 0 } first
        && (first with { Minor = first.Minor - 1 }) is var before
        && known.TextsIn(before).Select(text => new MacroEvaluator(before).Evaluate(text)).All(
            value => value is not null && declared.All(constant => value != (ulong)constant.Value));

    private static bool IsIn(Availability availability, XenRelease release) =>
        !(release < availability.Since) && !(release > availability.Until);

    private static IEnumerable<Finding> OfHypercall(HypercallDeclaration hypercall) =>
        hypercall.Operations.Where(static operation => !operation.IsProposed).SelectMany(operation => OfOperation(operation, hypercall));

    /// <summary>Numbers and releases are a constant's; an operation is also of its hypercall, and answered on Arm or not.</summary>
    private static IEnumerable<Finding> OfOperation(OperationDeclaration operation, HypercallDeclaration hypercall)
    {
        XenOperation? known = XenOperation.All.FirstOrDefault(known => known.Name == operation.CName);
        if (known is null)
        {
            yield break; // withdrawn before the measurement, or no more than another name: the headers judge it
        }

        if (known.HypercallNumber != hypercall.Number && !hypercall.Name.EndsWith(EarlierNumber, StringComparison.Ordinal))
        {
            yield return new Finding(string.Empty, operation.CName, Place, $"hypercall {hypercall.Number}", $"{known.HypercallNumber}");
        }

        bool isOnArm = (operation.Availability.Abis & AbiSet.Arm) != 0;
        if (known.IsOnArm is { } expected && isOnArm != expected)
        {
            yield return new Finding(
                string.Empty, operation.CName, Place, isOnArm ? "answered on Arm" : "not answered on Arm", expected ? "answered" : "not answered");
        }
    }
}
