using System;
using System.Linq;
using HypercallSdk.Generators.Conduits;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// Holds an interface against the conduit of the project. Reading knows neither an ABI nor a conduit, so this is a step of its own:
/// the generator leaves out an interface that does not fit, and the analyzer says so.
/// </summary>
public static class ConduitChecker
{
    /// <summary>Whether the interface's hypercalls can be called.</summary>
    public static bool IsSound(HypercallDeclaration declaration, AbiKind abi, ConduitKind conduit) =>
        IsOwnConduitPossible(declaration, abi, conduit) && BeyondPage(declaration, conduit) is null;

    /// <summary>Reports an interface whose hypercalls cannot be called.</summary>
    /// <param name="type">The interface.</param>
    /// <param name="declaration">What was read from it.</param>
    /// <param name="abi">The ABI.</param>
    /// <param name="conduit">The project's conduit.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(
        INamedTypeSymbol type, HypercallDeclaration declaration, AbiKind abi, ConduitKind conduit, Action<DeclarationProblem> report)
    {
        ProblemReporter problems = new(report);
        if (!IsOwnConduitPossible(declaration, abi, conduit) && type.Find(AttributeNames.HypercallConduit) is { } attribute)
        {
            problems.AtAttribute(
                attribute, ProblemKind.BadConduit,
                conduit == ConduitKind.Privcmd
                    ? "names registers, but Linux's kernel makes the hypercalls of this project, and Xen's only; let HypercallConduit be hook"
                    : $"names registers of arm64, but the project is for {AbiNames.Of(abi)}; let HypercallAbi be arm64, or HypercallConduit hook");
        }
        else if (BeyondPage(declaration, conduit) is { } number)
        {
            problems.At(
                type, ProblemKind.BadConduit,
                $"is hypercall {number}, but the hypercall page has 0 to {HypercallPageConduit.Entries - 1}; "
                + "let HypercallConduit be the instruction that traps");
        }
    }

    /// <summary>An interface's own conduit is arm64's, and takes the place of <c>hvc</c>.</summary>
    private static bool IsOwnConduitPossible(HypercallDeclaration declaration, AbiKind abi, ConduitKind conduit) =>
        declaration.Conduit is null || conduit == ConduitKind.Hook || (abi == AbiKind.Arm64 && conduit != ConduitKind.Privcmd);

    /// <summary>The first number that the hypercall page has no entry for; null when there is none, or no page.</summary>
    private static uint? BeyondPage(HypercallDeclaration declaration, ConduitKind conduit) => conduit != ConduitKind.HypercallPage
        ? null
        : declaration.Hypercalls
            .Select(static hypercall => (uint?)hypercall.Number)
            .FirstOrDefault(static number => number >= HypercallPageConduit.Entries);
}
