using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Operations that cannot both be emitted.</summary>
internal static class OperationClashes
{
    /// <summary>The method that every trampoline ends in.</summary>
    public const string TrapName = "Trap";

    /// <summary>The struct that implements the interface.</summary>
    public const string DirectName = "Direct";

    /// <summary>The variable with the interface's version.</summary>
    public const string VersionName = "InterfaceVersion";

    /// <summary>Whether an operation stands in nobody's way.</summary>
    public static bool IsNew(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, IMethodSymbol method, EnvelopeDeclaration? envelope,
        ProblemReporter problems)
    {
        if (!NumberClashes.IsFree(operation, others, method, problems))
        {
            return false;
        }

        string className = HypercallDeclaration.ClassNameOf(method.ContainingType.Name);
        HashSet<string> taken = [.. TrapNames.Of(method.ContainingType), DirectName, VersionName, className];
        string? cause = MethodClash(operation, others, taken, envelope) ?? StructClash(operation, others, taken, envelope);
        if (cause is not null)
        {
            problems.At(method, ProblemKind.NameClash, cause);
        }

        return cause is null && AreParametersFree(operation, method, taken, problems);
    }

    private static string? MethodClash(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, HashSet<string> taken, EnvelopeDeclaration? envelope) =>
        taken.Contains(operation.Method)
        || others.Any(other => other.Method == operation.Method || IsStruct(operation.Method, other, envelope))
            ? "has a name that the emitted class has already; rename the method"
            : null;

    private static string? StructClash(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, HashSet<string> taken, EnvelopeDeclaration? envelope)
    {
        string? clash = StructsOf(operation, envelope).FirstOrDefault(name =>
            taken.Contains(name)
            || name == operation.Method
            || others.Any(other => other.Method == name || (IsStruct(name, other, envelope) && name != operation.StructName)));
        if (clash is not null || (envelope is not null && operation.StructName == operation.ArgumentName))
        {
            return $"yields the struct '{clash ?? operation.ArgumentName}', a name that the emitted class has already; rename the method";
        }

        return others.Any(other => HasOtherLayout(operation, other))
            ? $"gives '{operation.Struct}' other fields than an operation above does; one C struct has one layout in one place. If the two "
                + "exist on different ABIs or in different releases, say so and give one of them a StructName"
            : null;
    }

    /// <summary>Whether two operations disagree on a struct: on C's where both exist, or on the emitted one.</summary>
    private static bool HasOtherLayout(OperationDeclaration operation, OperationDeclaration other) =>
        operation.Struct is not null
        && !HasSameFields(other, operation)
        && (operation.StructName == other.StructName
            || (operation.Struct == other.Struct && operation.Availability.MayMeet(other.Availability)));

    private static IEnumerable<string> StructsOf(OperationDeclaration operation, EnvelopeDeclaration? envelope)
    {
        if (operation.StructName is { } own)
        {
            yield return own;
        }

        if (envelope is not null)
        {
            yield return operation.ArgumentName;
        }
    }

    private static bool IsStruct(string? name, OperationDeclaration operation, EnvelopeDeclaration? envelope) =>
        StructsOf(operation, envelope).Contains(name);

    /// <summary>Within a trampoline a parameter hides the class's members, and a field cannot be called as its struct.</summary>
    private static bool AreParametersFree(
        OperationDeclaration operation, IMethodSymbol method, HashSet<string> taken, ProblemReporter problems)
    {
        IParameterSymbol? clash = method.Parameters.FirstOrDefault(parameter =>
            (parameter.Name != DirectName && taken.Contains(parameter.Name))
            || parameter.Name == RecordNames.SizeName
            || parameter.Name.StartsWith(RecordNames.ProofPrefix, System.StringComparison.Ordinal)
            || parameter.Name == operation.StructName
            || parameter.Name == operation.ArgumentName);
        if (clash is not null)
        {
            problems.At(clash, ProblemKind.NameClash, "has a name that the emitted code uses itself; rename the parameter");
        }

        return clash is null;
    }

    private static bool HasSameFields(OperationDeclaration left, OperationDeclaration right) =>
        left.Struct == right.Struct
        && left.DeclaredSizes == right.DeclaredSizes
        && left.StructParameters.Select(Field).SequenceEqual(right.StructParameters.Select(Field));

    private static (string Name, string Type, bool IsHidden, AbiField Field) Field(ParameterDeclaration parameter) =>
        (parameter.Name, parameter.Type, parameter.Field.IsHidden, parameter.Field.Field);
}
