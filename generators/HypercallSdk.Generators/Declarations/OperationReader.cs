using System.Collections.Generic;
using System.Threading;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads one method of an annotated interface.</summary>
internal static class OperationReader
{
    private const string StructNameArgument = "StructName";

    /// <summary>Reads a member; null when it is no sound operation.</summary>
    public static OperationDeclaration? Read(
        ISymbol member, HypercallHead head, NameScope names, ProblemReporter problems, CancellationToken cancellation)
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

        bool sound = HasSoundNames(attribute, problems) & HasNumber(method, attribute, head, problems);
        string? tag = attribute.Named("Struct") as string;
        EquatableArray<ParameterDeclaration>? parameters = ReadParameters(method, tag, head, names, problems);
        sound &= parameters is not null && OperationArguments.AreSound(method, attribute, tag, head, parameters.Value, names, problems);
        ResultDeclaration? result = ResultReader.Read(method, names, problems);
        OperationAvailability? availability = OperationAvailability.Read(method, attribute, problems);
        if (!sound || result is null || availability is null)
        {
            return null;
        }

        return new OperationDeclaration(
            CSharpIdentifier.Escape(method.Name),
            attribute.Number(),
            attribute.CName(),
            tag,
            DeclaredSizes.Of(attribute),
            method.Find(AttributeNames.Proposed) is not null,
            availability.Availability,
            availability.Former,
            result,
            parameters!.Value,
            DocComment.Of(method.DeclaringSyntaxReferences[0].GetSyntax(cancellation)))
        {
            GivenStructName = attribute.Named(StructNameArgument) as string,
        };
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

    private static EquatableArray<ParameterDeclaration>? ReadParameters(
        IMethodSymbol method, string? tag, HypercallHead head, NameScope names, ProblemReporter problems)
    {
        List<ParameterDeclaration> parameters = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            bool isInEnvelope = head.IsInEnvelope(parameter.Name);
            FieldHome home = tag is null && head.Envelope is null ? FieldHome.Register : FieldHome.Argument;
            if (ParameterReader.Read(parameter, method, home, names, problems) is { } read)
            {
                parameters.Add(read with { IsInEnvelope = isInEnvelope });
            }
        }

        return parameters.Count == method.Parameters.Length ? new EquatableArray<ParameterDeclaration>(parameters) : null;
    }

    private static bool HasNumber(IMethodSymbol method, AttributeData attribute, HypercallHead head, ProblemReporter problems)
    {
        string? cause = attribute.Number() is not null ? null
            : head.Number is null ? "has no number, and its hypercall has none either; give the operation the number that the hypervisor knows it by"
            : head.Envelope is not null ? "has no number for the envelope's [CommandField]; give it one"
            : null;
        if (cause is not null)
        {
            problems.At(method, ProblemKind.NotAnOperation, cause);
        }

        return cause is null;
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

        return sound & HasSoundStructName(attribute, problems);
    }

    private static bool HasSoundStructName(AttributeData attribute, ProblemReporter problems)
    {
        if (attribute.Named(StructNameArgument) is not string name)
        {
            return true;
        }

        string? cause = attribute.Named("Struct") is null ? "names the struct of an operation that has none; give Struct, or remove it"
            : !CSharpIdentifier.IsValid(name) ? "cannot name a C# struct; give a name of letters, digits and underscores that is no keyword"
            : null;
        if (cause is not null)
        {
            problems.AtArgument(attribute, StructNameArgument, ProblemKind.BadCName, name, cause);
        }

        return cause is null;
    }
}
