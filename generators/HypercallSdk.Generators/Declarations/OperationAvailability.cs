using System.Linq;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Where an operation exists, and under which numbers.</summary>
/// <param name="Availability">Where; nowhere beyond its hypercall.</param>
/// <param name="Former">The number that it had; null when it always had the same.</param>
internal sealed record OperationAvailability(Availability Availability, FormerNumber? Former)
{
    /// <summary>Reads it; null when it is not sound.</summary>
    public static OperationAvailability? Read(
        IMethodSymbol method, AttributeData operation, ProblemReporter problems)
    {
        if (AvailabilityReader.Read(method, problems) is not { } own
            || IsDatedProposal(method, problems)
            || Placed(method, own, problems) is not { } availability
            || !FormerNumberReader.TryRead(method, operation.Number(), availability, problems, out FormerNumber? former))
        {
            return null;
        }

        AttributeData hypercall = method.ContainingType.Find(AttributeNames.Hypercall)!;
        bool fits = NumberWidth.Fits(operation, hypercall, problems)
            & (former is null || NumberWidth.Fits(method.Find(AttributeNames.FormerNumber)!, hypercall, problems));
        return fits ? new OperationAvailability(availability, former) : null;
    }

    private static bool IsDatedProposal(IMethodSymbol method, ProblemReporter problems)
    {
        if (method.Find(AttributeNames.Proposed) is null || method.Find(AttributeNames.Availability) is not { } attribute)
        {
            return false;
        }

        string? argument = AvailabilityReader.Releases.FirstOrDefault(name => attribute.Named(name) is string);
        if (argument is not null)
        {
            problems.AtArgument(
                attribute, argument, ProblemKind.BadAvailability, attribute.Named(argument) as string ?? string.Empty,
                "is a release, but no release has what is proposed; remove one of the two");
        }

        return argument is not null;
    }

    /// <summary>Where the operation and its hypercall both exist.</summary>
    private static Availability? Placed(IMethodSymbol method, Availability own, ProblemReporter problems)
    {
        Availability hypercall = AvailabilityReader.Read(method.ContainingType, new ProblemReporter(null)) ?? Availability.Everywhere;
        Availability both = own.Within(hypercall);
        if (both.IsPossible)
        {
            return both;
        }

        problems.AtArgument(
            method.Find(AttributeNames.Availability)!, string.Empty, ProblemKind.BadAvailability, method.Name,
            "never exists together with its hypercall; mend its availability, or the interface's");
        return null;
    }
}
