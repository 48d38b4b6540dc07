using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Operations that cannot both be emitted.</summary>
internal static class OperationClashes
{
    /// <summary>The method that every trampoline ends in; where each operation is a hypercall, its number follows.</summary>
    public const string TrapName = "Trap";

    /// <summary>The struct that implements the interface.</summary>
    public const string DirectName = "Direct";

    /// <summary>Whether an operation stands in nobody's way.</summary>
    public static bool IsNew(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, IMethodSymbol method, ProblemReporter problems)
    {
        if (others.FirstOrDefault(other => other.Number == operation.Number) is { } twin)
        {
            problems.AtArgument(
                method.Find(AttributeNames.HypercallOp)!, "0", ProblemKind.DuplicateOperation,
                operation.Number is { } number ? $"{number}" : operation.Method,
                operation.Number is null
                    ? $"has no command, and neither has '{twin.Method}'; give each operation its own number"
                    : $"is the number of '{twin.Method}' already; give each operation its own");
            return false;
        }

        string className = HypercallDeclaration.ClassNameOf(method.ContainingType.Name);
        HashSet<string> taken = [.. TrapNames.Of(method.ContainingType), DirectName, className];
        string? cause = MethodClash(operation, others, taken) ?? StructClash(operation, others, taken);
        if (cause is not null)
        {
            problems.At(method, ProblemKind.NameClash, cause);
        }

        return cause is null && AreParametersFree(operation, method, taken, problems);
    }

    private static string? MethodClash(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, HashSet<string> taken) =>
        taken.Contains(operation.Method)
        || others.Any(other => other.Method == operation.Method || IsStructOrProof(operation.Method, other.StructName))
            ? "has a name that the emitted class has already; rename the method"
            : null;

    private static string? StructClash(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, HashSet<string> taken)
    {
        if (operation.StructName is not { } structName)
        {
            return null;
        }

        if (taken.Contains(structName)
            || IsStructOrProof(operation.Method, structName)
            || others.Any(other => IsStructOrProof(other.Method, structName) || IsProof(structName, other.StructName) || IsProof(other.StructName, structName)))
        {
            return $"yields the struct '{structName}', a name that the emitted class has already; rename the method";
        }

        return others.Any(other => other.StructName == structName && !HasSameFields(other, operation))
            ? $"gives '{operation.Struct}' other fields than an operation above does; one C struct has one layout"
            : null;
    }

    /// <summary>Within a trampoline a parameter hides the class's members, and a field cannot be called as its struct.</summary>
    private static bool AreParametersFree(
        OperationDeclaration operation, IMethodSymbol method, HashSet<string> taken, ProblemReporter problems)
    {
        IParameterSymbol? clash = method.Parameters.FirstOrDefault(parameter =>
            (parameter.Name != DirectName && taken.Contains(parameter.Name)) || parameter.Name == operation.StructName);
        if (clash is not null)
        {
            problems.At(clash, ProblemKind.NameClash, "has a name that the emitted code uses itself; rename the parameter");
        }

        return clash is null;
    }

    private static bool IsStructOrProof(string name, string? structName) => name == structName || IsProof(name, structName);

    /// <summary>Whether a name is, or with some size would be, that of the constant that proves a struct's size.</summary>
    private static bool IsProof(string? name, string? structName) =>
        structName is not null
        && name is not null
        && name.StartsWith(structName + "Is", StringComparison.Ordinal)
        && name.EndsWith("Bytes", StringComparison.Ordinal);

    private static bool HasSameFields(OperationDeclaration left, OperationDeclaration right) =>
        left.Struct == right.Struct
        && left.DeclaredSize == right.DeclaredSize
        && left.Parameters.Select(Field).SequenceEqual(right.Parameters.Select(Field));

    private static (string Name, string CName, string Type, AbiType StoredType) Field(ParameterDeclaration parameter) =>
        (parameter.Name, parameter.CName, parameter.Type, parameter.StoredType);
}
