using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Names of fields that cannot stand in the emitted struct.</summary>
internal static class RecordNames
{
    /// <summary>The constant that every emitted struct has.</summary>
    public const string SizeName = "SizeInBytes";

    /// <summary>How the constant begins that does not compile unless the size is right.</summary>
    public const string ProofPrefix = "SizeIs";

    private static readonly string[] AccessorPrefixes = ["TryGet", "Set", "Is"];

    /// <summary>Whether a field's name is nobody else's.</summary>
    public static bool IsFree(IParameterSymbol parameter, INamedTypeSymbol type, ProblemReporter problems)
    {
        string name = parameter.Name;
        bool isTaken = name is RecordFields.MethodName or SizeName
            || name == type.Name
            || type.GetMembers(name).Any(static member => !Emitted.IsEmitted(member))
            || IsAccessor(parameter);
        if (isTaken)
        {
            problems.At(parameter, ProblemKind.NameClash, "has a name that the struct has already; rename the parameter");
        }

        return !isTaken;
    }

    /// <summary>What reaches a tagged union's member, where there is one, and what proves a size, begin so.</summary>
    private static bool IsAccessor(IParameterSymbol parameter) =>
        parameter.Name.StartsWith(ProofPrefix, StringComparison.Ordinal)
        || (AccessorPrefixes.Any(prefix => parameter.Name.StartsWith(prefix, StringComparison.Ordinal))
            && ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Any(static other => other.Find(AttributeNames.Tag) is not null));
}
