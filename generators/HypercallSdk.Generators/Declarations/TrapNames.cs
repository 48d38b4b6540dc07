using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>The names of the methods that trap.</summary>
internal static class TrapNames
{
    /// <summary>The name of the method in which an operation's trampoline ends.</summary>
    /// <param name="hypercall">The interface's hypercall number; null when each operation has its own.</param>
    /// <param name="operation">The operation's number.</param>
    public static string Of(uint? hypercall, uint? operation) =>
        hypercall is null ? $"{OperationClashes.TrapName}{operation:X}" : OperationClashes.TrapName;

    /// <summary>All that an interface's class will have, and the plain one, which none of its members may take.</summary>
    public static IEnumerable<string> Of(INamedTypeSymbol type)
    {
        yield return OperationClashes.TrapName;
        if (type.Find(AttributeNames.Hypercall)?.Number() is not null)
        {
            yield break;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member.Find(AttributeNames.HypercallOp)?.Number() is { } number)
            {
                yield return Of(hypercall: null, number);
            }
        }
    }
}
