using System;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Finds operations and conduits that belong to no hypercall: the generator never looks at them.</summary>
public static class StrayOperations
{
    /// <summary>Reports the methods of a type that is no hypercall's interface, if they are declared as operations.</summary>
    /// <param name="type">The type.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(INamedTypeSymbol type, Action<DeclarationProblem> report)
    {
        ProblemReporter problems = new(report);
        ConduitReader.ReportStray(type, problems);
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.Find(AttributeNames.HypercallOp) is not null)
            {
                problems.At(
                    method, ProblemKind.NotAnOperation,
                    $"is an operation of no hypercall: '{type.Name}' has no [Hypercall]; declare it in an interface that has one");
            }
        }
    }
}
