using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Operations that cannot both be emitted.</summary>
internal static class OperationClashes
{
    /// <summary>Names that every emitted class has already.</summary>
    private static readonly string[] Reserved = ["Trap", "Direct"];

    /// <summary>Whether an operation stands in nobody's way.</summary>
    public static bool IsNew(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, ISymbol member, INamedTypeSymbol type,
        ProblemReporter problems)
    {
        if (others.FirstOrDefault(other => other.Number == operation.Number) is { } twin)
        {
            problems.AtArgument(
                member.Find(AttributeNames.HypercallOp)!, "0", ProblemKind.DuplicateOperation, $"{operation.Number}",
                $"is the number of '{twin.Method}' already; give each operation its own");
            return false;
        }

        string? cause = NameClash(operation, others, HypercallDeclaration.ClassNameOf(type.Name));
        if (cause is not null)
        {
            problems.At(member, ProblemKind.NameClash, cause);
        }

        return cause is null;
    }

    private static string? NameClash(
        OperationDeclaration operation, IReadOnlyList<OperationDeclaration> others, string className)
    {
        List<string> taken = [.. Reserved, className];
        if (taken.Contains(operation.Method) || others.Any(other => other.Method == operation.Method || other.StructName == operation.Method))
        {
            return "has a name that the emitted class has already; rename the method";
        }

        if (operation.StructName is not { } structName)
        {
            return null;
        }

        taken.Add(operation.Method);
        taken.AddRange(others.Select(static other => other.Method));
        if (taken.Contains(structName))
        {
            return $"yields the struct '{structName}', a name that the emitted class has already; rename the method";
        }

        if (operation.Parameters.Any(parameter => parameter.Type.TrimEnd('*') == structName))
        {
            return $"yields the struct '{structName}', which would hide the type of its own field; give the type another name";
        }

        return others.Any(other => other.StructName == structName && !HasSameFields(other, operation))
            ? $"gives '{operation.Struct}' other fields than an operation above does; one C struct has one layout"
            : null;
    }

    private static bool HasSameFields(OperationDeclaration left, OperationDeclaration right) =>
        left.Struct == right.Struct
        && left.DeclaredSize == right.DeclaredSize
        && left.Parameters.Select(Field).SequenceEqual(right.Parameters.Select(Field));

    private static (string Name, string CName, string Type, AbiType StoredType) Field(ParameterDeclaration parameter) =>
        (parameter.Name, parameter.CName, parameter.Type, parameter.StoredType);
}
