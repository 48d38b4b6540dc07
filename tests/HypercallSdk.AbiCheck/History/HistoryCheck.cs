using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.History;

/// <summary>The releases and the values of what is declared against the history of Xen's headers.</summary>
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
        .. declared.SelectMany(static abi => abi.Constants).GroupBy(static constant => constant.CName).SelectMany(OfConstants)
            .Concat(declared.SelectMany(static abi => abi.Records).GroupBy(static record => record.CName).SelectMany(OfRecords))
            .Concat(declared.SelectMany(static abi => abi.Hypercalls).SelectMany(OfHypercall))
            .Distinct(),
    ];

    private static IEnumerable<Finding> OfConstants(IGrouping<string, DeclaredConstant> group)
    {
        DeclaredConstant[] declared = [.. group.Distinct()];
        bool isOperation = declared.All(static constant => constant.IsOperation);
        Availability[] places = [.. declared.Select(static constant => constant.Availability)];
        return OfReleases(group.Key, declared[0].File, places, isOperation, since => (isOperation || HasEditions(declared)) && WasOtherwise(declared, group.Key, since))
            .Concat(XenConstant.ByName.TryGetValue(group.Key, out XenConstant? known) ? OfValues(known, declared) : []);
    }

    private static IEnumerable<Finding> OfRecords(IGrouping<string, DeclaredRecord> group) =>
        group.Any(static record => record.Operation is not null)
            ? [] // an operation's arguments may have been another's, or had no name
            : OfReleases(
                group.Key, group.First().File, [.. group.Select(static record => record.Availability)], isKept: false, static _ => false);

    /// <summary>Compares the releases that have something with those whose headers name it.</summary>
    /// <param name="name">The C name.</param>
    /// <param name="file">The file that declares it.</param>
    /// <param name="places">Where its declarations exist: together it exists where one of them does.</param>
    /// <param name="isKept">Whether headers may keep the name of what is answered no more.</param>
    /// <param name="isOtherName">Whether a first release is right although the name is older or younger.</param>
    private static IEnumerable<Finding> OfReleases(
        string name, string file, Availability[] places, bool isKept, Func<XenRelease?, bool> isOtherName)
    {
        if (!XenName.All.TryGetValue(name, out XenName? known) || IsPasted(name))
        {
            yield break; // the headers judge it
        }

        XenRelease? since = Array.Exists(places, static place => place.Since is null) ? null : places.Min(static place => place.Since);
        if (since != known.Since && !isOtherName(since))
        {
            yield return new Finding(file, name, Place, $"since {Text(since, "ever")}", $"since {Text(known.Since, "ever")}");
        }

        XenRelease? until = Array.Exists(places, static place => place.Until is null) ? null : places.Max(static place => place.Until);
        if (until != known.Until && !(isKept && until is not null && !(until > known.Until)))
        {
            yield return new Finding(file, name, Place, $"until {Text(until, "now")}", $"until {Text(known.Until, "now")}");
        }
    }

    /// <summary>Whether errno.h makes the name out of another one, so that it hardly stands in a header.</summary>
    private static bool IsPasted(string name) =>
        name.StartsWith("XEN_E", StringComparison.Ordinal) && name.AsSpan(5).IndexOfAnyExceptInRange('0', 'Z') < 0 && !name.AsSpan(5).Contains('_');

    private static string Text(XenRelease? release, string none) => release?.ToString() ?? none;

    private static IEnumerable<Finding> OfValues(XenConstant known, DeclaredConstant[] declared)
    {
        foreach (XenRelease release in Measured.Where(release => !(release > known.Until)))
        {
            IReadOnlyList<string> texts = known.TextsIn(release);
            ulong?[] values = [.. texts.Select(text => new MacroEvaluator(release).Evaluate(text))];
            if (values.Length == 0 || values.Contains(null))
            {
                continue; // the compiler judges it
            }

            foreach (DeclaredConstant constant in declared.Where(constant => IsIn(constant.Availability, release)))
            {
                Int128[] ours = constant.ValuesIn(release);
                if (!Array.Exists(ours, value => values.Contains(unchecked((ulong)value))))
                {
                    yield return new Finding(constant.File, known.Name, $"{release}", string.Join(" or ", ours), string.Join(" or ", texts));
                }
            }
        }
    }

    private static bool IsIn(Availability availability, XenRelease release) =>
        !(release < availability.Since) && !(release > availability.Until);

    /// <summary>Whether a constant is declared once for each of several values: it may have had others, of which nothing is said.</summary>
    private static bool HasEditions(DeclaredConstant[] declared) => declared.Select(static constant => constant.Value).Distinct().Count() > 1;

    private static bool WasOtherwise(DeclaredConstant[] declared, string name, XenRelease? since) =>
        XenConstant.ByName.TryGetValue(name, out XenConstant? known)
        && (WasRenamed(declared[0], known, since) || WasAnother(declared, known, since));

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
            value => value is not null && Array.TrueForAll(declared, constant => value != (ulong)constant.Value));

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
        if (known.IsOnArm is { } expected && isOnArm != expected && !ArmDispatch.IsOnlySeemingly(known, isOnArm))
        {
            yield return new Finding(
                string.Empty, operation.CName, Place, isOnArm ? "answered on Arm" : "not answered on Arm", expected ? "answered" : "not answered");
        }
    }
}
