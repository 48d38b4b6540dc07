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
        if (since != known.Since)
        {
            yield return new Finding(file, known.Name, Place, $"since {since?.ToString() ?? "ever"}", $"since {known.Since?.ToString() ?? "ever"}");
        }

        // The headers may keep the name of an operation that is answered no more.
        bool isEarlier = declared.All(static constant => constant.IsOperation) && (known.Until is null || until < known.Until);
        if (until != known.Until && !(until is not null && isEarlier))
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

    private static bool IsIn(Availability availability, XenRelease release) =>
        !(release < availability.Since) && !(release > availability.Until);

    private static IEnumerable<Finding> OfHypercall(HypercallDeclaration hypercall) =>
        hypercall.Operations.Where(static operation => !operation.IsProposed).SelectMany(operation => OfOperation(operation, hypercall));

    /// <summary>Numbers and releases are a constant's; an operation is also of its hypercall, and answered on Arm or not.</summary>
    private static IEnumerable<Finding> OfOperation(OperationDeclaration operation, HypercallDeclaration hypercall)
    {
        XenOperation? known = XenOperation.All.FirstOrDefault(known => known.Name == operation.CName);
        string subject = $"{hypercall.InterfaceName}.{operation.Method}";
        if (known is null)
        {
            // What was withdrawn before the measurement, the headers that still had it confirm.
            if (operation.Number is not null && operation.Availability.Until is null)
            {
                yield return new Finding(string.Empty, operation.CName, Place, subject, "no operation of this name");
            }

            yield break;
        }

        if (known.HypercallNumber != hypercall.Number)
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
