using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [Availability], of whatever it stands on.</summary>
public static class AvailabilityReader
{
    private const string Since = "Since";
    private const string SinceOnArm = "SinceOnArm";
    private const string Until = "Until";
    private const string Abis = "Abis";
    private const string Guests = "Guests";

    /// <summary>The arguments that name releases, of which a proposal has none.</summary>
    internal static readonly string[] Releases = [Since, SinceOnArm, Until];

    /// <summary>Where a symbol says that it exists; everywhere when it does not say, null when what it says cannot be.</summary>
    internal static Availability? Read(ISymbol symbol, ProblemReporter problems)
    {
        if (symbol.Find(AttributeNames.Availability) is not { } attribute)
        {
            return Availability.Everywhere;
        }

        bool sound = TryReadRelease(attribute, Since, problems, out XenRelease? since)
            & TryReadRelease(attribute, SinceOnArm, problems, out XenRelease? sinceOnArm)
            & TryReadRelease(attribute, Until, problems, out XenRelease? until)
            & TryReadSet(attribute, Abis, (int)AbiSet.All, "HypercallAbis", problems, out int abis)
            & TryReadSet(attribute, Guests, (int)GuestSet.All, "HypercallGuests", problems, out int guests);
        if (!sound)
        {
            return null;
        }

        Availability availability = new(since, sinceOnArm, until, (AbiSet)abis, (GuestSet)guests);
        return AreReleasesInOrder(attribute, availability, problems) & ArePlacesPossible(attribute, availability, problems)
            ? availability
            : null;
    }

    /// <summary>Where a symbol says that it exists; everywhere when it does not say, or what it says cannot be.</summary>
    public static Availability Of(ISymbol symbol) => Read(symbol, ProblemReporter.Silent) ?? Availability.Everywhere;

    /// <summary>The ABIs on which a symbol says that it exists; all when it does not say, or what it says cannot be.</summary>
    public static AbiSet AbisOf(ISymbol symbol) => Of(symbol).Abis;

    /// <summary>Reads an argument that is a release's number, if it is written.</summary>
    /// <returns>False when it is written and is none.</returns>
    internal static bool IsRelease(AttributeData attribute, string argument, string text, ProblemReporter problems, out XenRelease release)
    {
        bool found = XenRelease.TryParse(text, out release);
        if (!found)
        {
            problems.AtArgument(
                attribute, argument, ProblemKind.BadAvailability, text,
                "is not a release; give its major and its minor number, such as \"4.17\"");
        }

        return found;
    }

    private static bool TryReadRelease(AttributeData attribute, string argument, ProblemReporter problems, out XenRelease? release)
    {
        release = null;
        if (attribute.Named(argument) is not string text)
        {
            return true;
        }

        bool found = IsRelease(attribute, argument, text, problems, out XenRelease read);
        release = found ? read : null;
        return found;
    }

    /// <summary>Reads a set of flags, in which 0 stands for all of them.</summary>
    private static bool TryReadSet(
        AttributeData attribute, string argument, int all, string type, ProblemReporter problems, out int set)
    {
        int written = attribute.Named(argument) is int value ? value : 0;
        set = written == 0 ? all : written & all;
        if ((written & ~all) == 0)
        {
            return true;
        }

        problems.AtArgument(
            attribute, argument, ProblemKind.BadAvailability, $"{written}", $"has bits that mean nothing; use the members of {type}");
        return false;
    }

    private static bool AreReleasesInOrder(AttributeData attribute, Availability availability, ProblemReporter problems)
    {
        string? late = availability.Since > availability.Until ? Since
            : availability.SinceOnArm > availability.Until ? SinceOnArm
            : null;
        if (late is not null)
        {
            problems.AtArgument(
                attribute, late, ProblemKind.BadAvailability, attribute.Named(late) as string ?? string.Empty,
                $"is later than the last release, '{availability.Until}'; swap them, or mend one");
        }

        return late is null;
    }

    private static bool ArePlacesPossible(AttributeData attribute, Availability availability, ProblemReporter problems)
    {
        if (availability.SinceOnArm is { } release && (availability.Abis & AbiSet.Arm) == 0)
        {
            problems.AtArgument(
                attribute, SinceOnArm, ProblemKind.BadAvailability, $"{release}", "is a release on Arm, which Abis leaves out; mend one of them");
            return false;
        }

        GuestSet strays = availability.Guests & ~GuestSets.On(availability.Abis);
        if (strays == 0 || availability.Guests == GuestSet.All)
        {
            return true;
        }

        problems.AtArgument(
            attribute, Guests, ProblemKind.BadAvailability, string.Join(", ", GuestSets.NamesOf(strays)),
            $"cannot be on {string.Join(" or ", AbiSets.NamesOf(availability.Abis))}; mend Guests or Abis");
        return false;
    }
}
