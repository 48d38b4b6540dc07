using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads the struct that a hypercall's operations share.</summary>
internal static class EnvelopeReader
{
    private const string Argument = "Envelope";

    /// <summary>Reads the envelope of an interface.</summary>
    /// <returns>False when it is wrong; true with null when the interface has none.</returns>
    public static bool TryRead(
        INamedTypeSymbol type, AttributeData attribute, out EnvelopeDeclaration? envelope, ProblemReporter problems, CancellationToken cancellation)
    {
        envelope = null;
        if (attribute.Named(Argument) is not string name)
        {
            return HasNothingOfAnEnvelope(type, attribute, problems);
        }

        string? cause = attribute.Number() is null ? "belongs to a hypercall without a number, whose operations are hypercalls of their own; give it a number"
            : attribute.Named("Batched") is true ? "is no array of structs; remove Batched"
            : null;
        INamedTypeSymbol? record = Find(type.ContainingNamespace, name);
        if (cause is null && record is null)
        {
            cause = "is no struct with [HypercallStruct] in the interface's namespace or one around it; name one: nameof(XenDomctl)";
        }

        if (cause is null && RecordReader.Read(record!, report: null, cancellation) is { } declaration)
        {
            envelope = Of(declaration, record!, type, attribute, out cause);
        }
        else
        {
            cause ??= "has a mistake in its own declaration, or no method 'Fields'; mend that first";
        }

        if (cause is not null)
        {
            problems.AtArgument(attribute, Argument, ProblemKind.BadEnvelope, name, cause);
        }

        return cause is null;
    }

    /// <summary>What only an envelope gives a meaning to.</summary>
    private static bool HasNothingOfAnEnvelope(INamedTypeSymbol type, AttributeData attribute, ProblemReporter problems)
    {
        bool sound = true;
        if (attribute.Named("Command") is not null)
        {
            problems.AtArgument(attribute, "Command", ProblemKind.BadEnvelope, "Command", "has no meaning without an Envelope; remove it");
            sound = false;
        }

        if (type.Find(AttributeNames.InterfaceVersion) is { } version)
        {
            problems.AtAttribute(version, ProblemKind.BadEnvelope, "has no meaning without an Envelope with a [VersionField]; remove it");
            sound = false;
        }

        return sound;
    }

    private static INamedTypeSymbol? Find(INamespaceSymbol home, string name)
    {
        for (INamespaceSymbol? scope = home; scope is not null; scope = scope.ContainingNamespace)
        {
            INamedTypeSymbol? found = scope.GetTypeMembers(name, 0).FirstOrDefault(RecordFields.IsRecord);
            if (found is not null)
            {
                return RecordFields.IsUnion(found) ? null : found;
            }
        }

        return null;
    }

    private static EnvelopeDeclaration? Of(
        RecordDeclaration declaration, INamedTypeSymbol record, INamedTypeSymbol type, AttributeData attribute, out string? cause)
    {
        uint? version = type.Find(AttributeNames.InterfaceVersion)?.Positional(0) as uint?;
        IReadOnlyList<EnvelopeField> fields = [.. RecordFields.MethodOf(record)!.Parameters
            .Zip(declaration.Fields, static (parameter, field) => new EnvelopeField(field, RoleOf(parameter)))];
        cause = WhyNot(fields, version);
        return new EnvelopeDeclaration(
            declaration.CName, attribute.Named("Command") as uint?, version, new EquatableArray<EnvelopeField>(fields));
    }

    private static EnvelopeRole RoleOf(IParameterSymbol parameter) =>
        parameter.Find(AttributeNames.CommandField) is not null ? EnvelopeRole.Command
        : parameter.Find(AttributeNames.VersionField) is not null ? EnvelopeRole.Version
        : parameter.Find(AttributeNames.PayloadField) is not null ? EnvelopeRole.Payload
        : EnvelopeRole.Value;

    private static string? WhyNot(IReadOnlyList<EnvelopeField> fields, uint? version)
    {
        ILookup<EnvelopeRole, FieldDeclaration> roles = fields.ToLookup(static field => field.Role, static field => field.Field);
        if (roles[EnvelopeRole.Command].Count() != 1 || roles[EnvelopeRole.Version].Count() > 1 || roles[EnvelopeRole.Payload].Count() > 1)
        {
            return "must have one [CommandField], and at most one [VersionField] and one [PayloadField]";
        }

        if (roles[EnvelopeRole.Command].Concat(roles[EnvelopeRole.Version]).Any(static field => !IsInteger(field)))
        {
            return "has a [CommandField] or [VersionField] that is no integer; give it an integer type";
        }

        if (roles[EnvelopeRole.Payload].Any(static field => field.Shape != ValueShape.Record || field.IsArray || field.IsHidden || field.Tag is not null))
        {
            return "has a [PayloadField] that is no struct or union; declare one as large as the largest operation's struct";
        }

        if (fields.Any(static field => field is { Role: not EnvelopeRole.Payload, Field: { IsHidden: false, Accessibility: "private" } }))
        {
            return "has a field of a type that only the struct itself sees; make the type internal or public";
        }

        if (version is { } value
            && roles[EnvelopeRole.Version].FirstOrDefault() is { Field.Type: IntegerType { Size: < 4 } narrow }
            && value >> (narrow.Size * 8) != 0)
        {
            return $"has a [VersionField] of {narrow.Size * 8} bits, which the [InterfaceVersion] does not fit; mend whichever is wrong";
        }

        if (roles[EnvelopeRole.Version].Any() != version is not null)
        {
            return version is null
                ? "has a [VersionField], but the interface has no [InterfaceVersion]; say which version it is"
                : "has no [VersionField] for the [InterfaceVersion]; mark the field, or remove the version";
        }

        return null;
    }

    private static bool IsInteger(FieldDeclaration field) =>
        field is { Shape: ValueShape.Integer, IsArray: false, IsHidden: false } && field.Field.Type is IntegerType && field.Field.BitWidth is null;
}
