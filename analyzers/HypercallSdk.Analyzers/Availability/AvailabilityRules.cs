using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>The rules about what the hypervisor has, and what they say.</summary>
internal static class AvailabilityRules
{
    /// <summary>HCS3001: some release that the project runs on does not have it.</summary>
    public static readonly DiagnosticDescriptor Release = new(
        "HCS3001",
        "A release of Xen that the project runs on does not have this",
        "{0} {1}, and this project runs on {2}. Ask first, by a member with [AvailabilityGuard] such as RunningXen.IsAtLeast, or be ready for the answer that there is no such thing.",
        RuleCategories.Availability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS3001"));

    /// <summary>HCS3002: no release has it on the project's ABI or for its kind of guest.</summary>
    public static readonly DiagnosticDescriptor Place = new(
        "HCS3002",
        "Xen does not have this for such a guest",
        "{0} exists only {1}, and this project is {2}. No release of Xen does it for such a guest.",
        RuleCategories.Availability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS3002"));

    /// <summary>HCS3003: it was proposed.</summary>
    public static readonly DiagnosticDescriptor Proposal = new(
        "HCS3003",
        "A proposed operation without a way on",
        "{0} was proposed, and no released Xen answers it: compare the result's Errno with ENOSYS and with EOPNOTSUPP, and have another way",
        RuleCategories.Availability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS3003"));

    /// <summary>HCS3006: the way on waits for another error.</summary>
    public static readonly DiagnosticDescriptor Refusal = new(
        "HCS3006",
        "A way on that waits for another error",
        "Where {0} is not known, the answer may be {1}: this asks for {2} only, and takes the rest for a success. Ask IsFailure, or for each of them.",
        RuleCategories.Availability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS3006"));

    /// <summary>HCS3006 for a use.</summary>
    public static Diagnostic OfRefusal(AvailabilityUse use, IEnumerable<string> possible, IEnumerable<string> asked) => Diagnostic.Create(
        Refusal, use.Operation.Syntax.GetLocation(), use.Name,
        Series(possible.Select(static name => "-" + name)), string.Join(" and ", asked.Select(static name => "-" + name)));

    /// <summary>HCS3001 for a use.</summary>
    public static Diagnostic OfRelease(AvailabilityUse use, ProjectPromise promise)
    {
        XenRelease? since = promise.SinceOf(use.Availability);
        bool isLate = since is not null && !(promise.Minimum >= since);
        string where = promise.IsOnArm && use.Availability.SinceOnArm is not null ? " on Arm" : string.Empty;
        string exists = isLate ? $"exists{where} since Xen {since}" : $"is gone since Xen {use.Availability.Until?.Next}";
        string runs = promise.Minimum is { } minimum ? $"{minimum} and later ({ProjectPromise.MinimumProperty})" : "any release";
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(
            Release, use.Operation.Syntax.GetLocation(), isLate ? properties.Add(MendProperties.Release, $"{since}") : properties, use.Name, exists, runs);
    }

    /// <summary>HCS3002 for a use.</summary>
    public static Diagnostic OfPlace(AvailabilityUse use, ProjectPromise promise)
    {
        bool isAbi = promise.Abi is { } abi && !use.Availability.Abis.Has(abi);
        GuestSet guests = use.Availability.Guests & GuestSets.On(use.Availability.Abis);
        return Diagnostic.Create(
            Place, use.Operation.Syntax.GetLocation(), use.Name,
            isAbi ? $"on {Series(AbiSets.NamesOf(use.Availability.Abis))}" : $"for {Series(GuestSets.NamesOf(guests))}",
            isAbi ? $"for {AbiNames.Of(promise.Abi!.Value)}" : $"for {Series(GuestSets.NamesOf(promise.Guest))}");
    }

    /// <summary>HCS3003 for a use.</summary>
    public static Diagnostic OfProposal(AvailabilityUse use) => Diagnostic.Create(Proposal, use.Operation.Syntax.GetLocation(), use.Name);

    private static string Series(IEnumerable<string> names) => string.Join(" or ", names);
}
