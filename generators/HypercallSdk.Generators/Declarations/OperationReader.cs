using System.Collections.Generic;
using System.Threading;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads one method of an annotated interface.</summary>
internal static class OperationReader
{
    /// <summary>Reads a member; null when it is no sound operation.</summary>
    public static OperationDeclaration? Read(
        ISymbol member, AttributeData hypercall, ConduitDeclaration? conduit, NameScope names, ProblemReporter problems,
        CancellationToken cancellation)
    {
        if (member is not IMethodSymbol method || !IsOrdinary(method) || method.Find(AttributeNames.HypercallOp) is not { } attribute)
        {
            ReportNoOperation(member, problems);
            return null;
        }

        if (attribute.ConstructorArguments.Length == 0)
        {
            return null; // the compiler says what is wrong with such an attribute
        }

        bool sound = HasSoundNames(attribute, problems) & HasNumber(method, attribute, hypercall, problems);
        string? tag = attribute.Named("Struct") as string;
        List<ParameterDeclaration> parameters = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ParameterReader.Read(parameter, method, isField: tag is not null, names, problems) is { } read)
            {
                parameters.Add(read);
            }
            else
            {
                sound = false;
            }
        }

        sound &= HasSoundArguments(method, attribute, tag, hypercall.Named("Batched") is true, problems)
            && RegisterCount.Suffices(method, attribute, hypercall, conduit, problems);
        ResultDeclaration? result = ResultReader.Read(method, names, problems);
        if (!sound || result is null)
        {
            return null;
        }

        return new OperationDeclaration(
            CSharpIdentifier.Escape(method.Name),
            attribute.Number(),
            attribute.CName(),
            tag,
            attribute.Named("Size") is uint size ? size : 0,
            method.Find(AttributeNames.Proposed) is not null,
            result,
            new EquatableArray<ParameterDeclaration>(parameters),
            DocComment.Of(method.DeclaringSyntaxReferences[0].GetSyntax(cancellation)));
    }

    private static bool IsOrdinary(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }
            and { IsStatic: false, IsAbstract: true, IsGenericMethod: false, IsVararg: false };

    private static void ReportNoOperation(ISymbol member, ProblemReporter problems)
    {
        string cause = member is IMethodSymbol method && IsOrdinary(method)
            ? "has no [HypercallOp]; say which operation it is, or move it out of the interface"
            : "is not a plain method; a hypercall's operations are public, non-generic instance methods without a body";
        problems.At(member, ProblemKind.NotAnOperation, cause);
    }

    private static bool HasNumber(IMethodSymbol method, AttributeData attribute, AttributeData hypercall, ProblemReporter problems)
    {
        if (attribute.Number() is null && hypercall.Number() is null)
        {
            problems.At(
                method, ProblemKind.NotAnOperation,
                "has no number, and its hypercall has none either; give the operation the number that the hypervisor knows it by");
            return false;
        }

        return true;
    }

    private static bool HasSoundNames(AttributeData attribute, ProblemReporter problems)
    {
        bool sound = true;
        if (!CIdentifier.IsValid(attribute.CName()))
        {
            problems.AtArgument(
                attribute, $"{attribute.NamePosition()}", ProblemKind.BadCName, attribute.CName(),
                "is not a C name; give the operation's name whole, such as \"XENMEM_add_to_physmap\"");
            sound = false;
        }

        if (attribute.Named("Struct") is string tag && !CIdentifier.IsValid(tag))
        {
            problems.AtArgument(
                attribute, "Struct", ProblemKind.BadCName, tag,
                "is not a C name; give the struct's tag, such as \"xen_add_to_physmap\"");
            sound = false;
        }

        return sound;
    }

    private static bool HasSoundArguments(
        IMethodSymbol method, AttributeData attribute, string? tag, bool isBatched, ProblemReporter problems)
    {
        if (tag is null && isBatched)
        {
            problems.At(method, ProblemKind.StructMissing, "has no struct, but its hypercall takes an array of structs; set Struct");
            return false;
        }

        if (tag is not null && method.Parameters.Length == 0)
        {
            problems.AtArgument(
                attribute, "Struct", ProblemKind.StructMissing, tag,
                "has no fields; the method's parameters are the struct's fields, in order");
            return false;
        }

        return true;
    }
}
