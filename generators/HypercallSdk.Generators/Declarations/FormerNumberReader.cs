using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [FormerNumber].</summary>
internal static class FormerNumberReader
{
    private const string Number = "0";
    private const string Until = "1";
    private const string UpdatedSince = "UpdatedSince";

    /// <summary>Reads the number that an operation had.</summary>
    /// <param name="method">The operation.</param>
    /// <param name="current">The number that it has.</param>
    /// <param name="availability">Where it exists.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="former">What it had; null when it always had the same.</param>
    /// <returns>Whether the declaration is sound.</returns>
    public static bool TryRead(
        IMethodSymbol method, uint? current, Availability availability, ProblemReporter problems, out FormerNumber? former)
    {
        former = null;
        if (method.Find(AttributeNames.FormerNumber) is not { ConstructorArguments.Length: 2 } attribute)
        {
            return true;
        }

        if (method.GetAttributes().Remove(attribute).Find(AttributeNames.FormerNumber) is { } last)
        {
            problems.AtArgument(
                last, Number, ProblemKind.BadAvailability, $"{last.Number()}",
                "is a second former number; an operation has one: declare an operation of its own for the other, up to that release");
            return false;
        }

        uint number = attribute.Number() ?? 0;
        if (WhyNoNumber(method, number, current) is { } cause)
        {
            problems.AtArgument(attribute, Number, ProblemKind.BadAvailability, $"{number}", cause);
            return false;
        }

        if (!AvailabilityReader.IsRelease(attribute, Until, attribute.Text(1), problems, out XenRelease until))
        {
            return false;
        }

        if (WhyNoRelease(availability, until) is { } reason)
        {
            problems.AtArgument(attribute, Until, ProblemKind.BadAvailability, $"{until}", reason);
            return false;
        }

        if (attribute.Named(UpdatedSince) is string updated)
        {
            problems.AtArgument(
                attribute, UpdatedSince, ProblemKind.BadAvailability, updated,
                "is the release of an update that changed an operation's number; only a constant's value changes in one: remove it");
            return false;
        }

        former = new FormerNumber(number, until);
        return true;
    }

    private static string? WhyNoNumber(IMethodSymbol method, uint number, uint? current) =>
        current is null ? "was the number of an operation that has none now; give the operation its number"
        : number == current ? "is the number that the operation has now; give the one that it had"
        : method.Find(AttributeNames.Proposed) is not null ? "was the number in no release, because the operation is proposed; remove one attribute"
        : null;

    private static string? WhyNoRelease(Availability availability, XenRelease until) =>
        !availability.In(null, until).IsPossible ? "is earlier than the operation itself; mend it, or Since"
        : !availability.In(until.Next, null).IsPossible ? "is not earlier than the operation's last release; mend it, or Until"
        : null;
}
