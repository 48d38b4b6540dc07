using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>
/// The ABI of declared hypercalls as text, for all ABIs side by side: what a review compares, so that no offset changes
/// unseen. It is not emitted into a compilation.
/// </summary>
public static class AbiListing
{
    private const string Head = """
        # Sizes, alignments and offsets in bytes, as declared; a bit-field is at byte.bit:width.
        # > the guest writes, < the hypervisor writes, = both, 0 is always zero; - the ABI does not have the field.

        """;

    /// <summary>Lists hypercalls by their numbers, then records by their names.</summary>
    /// <param name="hypercalls">The annotated interfaces, in any order.</param>
    /// <param name="records">The annotated structs and unions, in any order.</param>
    /// <returns>The listing: what each operation passes and where it exists, and where each field lies.</returns>
    public static string Of(IEnumerable<HypercallDeclaration> hypercalls, IEnumerable<RecordDeclaration> records)
    {
        ListingWriter writer = new();
        foreach (HypercallDeclaration hypercall in hypercalls.OrderBy(static item => item.Number))
        {
            writer.Line().Line($"hypercall {(hypercall.Number is { } number ? $"{number} " : string.Empty)}{hypercall.Name}");
            if (hypercall.Envelope is { } envelope)
            {
                writer.Line($"  envelope struct {envelope.CName}{(envelope.Command is { } command ? $", command {command}" : string.Empty)}"
                    + (envelope.Version is { } version ? $", version 0x{version:X}" : string.Empty));
            }

            foreach (OperationDeclaration operation in hypercall.Operations.OrderBy(static item => item.Number))
            {
                Write(writer, operation, hypercall);
            }
        }

        foreach (RecordDeclaration record in records.OrderBy(static item => item.FullName, System.StringComparer.Ordinal))
        {
            writer.Line().Record(record.CName.Length > 0 ? record.CType : $"{record.CType} {record.FullName}", record.Type, record.Fields, Arrow);
        }

        return Head + writer;
    }

    private static void Write(ListingWriter writer, OperationDeclaration operation, HypercallDeclaration hypercall)
    {
        string place = string.Join("; ", AvailabilityText.Clauses(operation));
        string number = operation.Number is { } value ? $"{value} " : string.Empty;
        writer.Line().Line($"  {number}{operation.CName}{(place.Length == 0 ? string.Empty : $" ({place})")}");
        if (operation.Struct is not null)
        {
            writer.Record(
                "struct " + operation.Struct, new Model.Abi.RecordType(operation.Fields), [.. operation.StructFields],
                field => Arrow(operation.Parameters.First(parameter => parameter.Field == field)));
        }

        string[] others = [.. operation.Parameters
            .Where(parameter => operation.Struct is null || parameter.IsInEnvelope)
            .Select(static parameter => $"{Arrow(parameter)} {parameter.CName}")];
        if (operation.Struct is null || others.Length > 0)
        {
            writer.Line($"    {(hypercall.Envelope is null ? "registers" : "in the envelope")}: {(others.Length == 0 ? "none" : string.Join(", ", others))}");
        }
    }

    private static string Arrow(ParameterDeclaration parameter) => parameter switch
    {
        { Field.IsHidden: true } => "0",
        { Direction: Direction.Out } => "<",
        { Direction: Direction.InOut } => "=",
        _ => ">",
    };

    private static string Arrow(FieldDeclaration field) => field.IsHidden ? "0" : " ";
}
