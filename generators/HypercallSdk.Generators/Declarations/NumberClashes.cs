using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Operations that would be one to the hypervisor: one number, in one release, on one ABI, for one kind of guest.</summary>
internal static class NumberClashes
{
    /// <summary>Whether nobody else has one of an operation's numbers where the operation has it.</summary>
    public static bool IsFree(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, IMethodSymbol method, ProblemReporter problems)
    {
        foreach ((uint? number, Availability place) in operation.Numberings.Reverse())
        {
            if (others.FirstOrDefault(other => other.Numberings.Any(their =>
                    their.Number == number && their.Availability.MayMeet(place))) is { } twin)
            {
                Report(operation, number, twin, method, problems);
                return false;
            }
        }

        return true;
    }

    private static void Report(
        OperationDeclaration operation, uint? number, OperationDeclaration twin, IMethodSymbol method, ProblemReporter problems)
    {
        if (number is null)
        {
            problems.AtArgument(
                method.Find(AttributeNames.HypercallOp)!, "0", ProblemKind.DuplicateOperation, operation.Method,
                $"has no command, and neither has '{twin.Method}'; give each operation its own number");
            return;
        }

        string attribute = number == operation.Number ? AttributeNames.HypercallOp : AttributeNames.FormerNumber;
        string mend = operation.Former is null && twin.Former is null
            ? "give each operation its own"
            : "mend a number, or the last release of a former one";
        problems.AtArgument(
            method.Find(attribute)!, "0", ProblemKind.DuplicateOperation, $"{number}",
            $"is the number of '{twin.Method}' already; {mend}");
    }
}
