using System;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// Finds mistaken [Availability] on what is no operation and no hypercall: constants, enums' members, structs and fields. Nothing is
/// emitted for them.
/// </summary>
public static class AvailabilityChecker
{
    /// <summary>Reports what is wrong with a type and what is in it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(INamedTypeSymbol type, Action<DeclarationProblem> report)
    {
        ProblemReporter problems = new(report);
        bool isHypercall = DeclarationReader.IsHypercall(type) && type.TypeKind == TypeKind.Interface;
        if (!isHypercall)
        {
            AvailabilityReader.Read(type, problems);
        }

        foreach (ISymbol member in type.GetMembers())
        {
            CheckMember(member, isHypercall, problems);
        }
    }

    /// <summary>An operation is judged where it is read, but its parameters are not.</summary>
    private static void CheckMember(ISymbol member, bool isHypercall, ProblemReporter problems)
    {
        if (member is IFieldSymbol || (member is IMethodSymbol && !isHypercall))
        {
            AvailabilityReader.Read(member, problems);
        }

        if (member is IMethodSymbol method)
        {
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                AvailabilityReader.Read(parameter, problems);
            }
        }
    }
}
