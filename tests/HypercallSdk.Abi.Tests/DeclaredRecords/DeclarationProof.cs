using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.RandomRecords;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>Holds declared records to GCC.</summary>
internal static class DeclarationProof
{
    /// <summary>Compares what the generator's reader makes of a guest's records with what GCC makes of the same records in C.</summary>
    /// <returns>The first record that differs, in C and in C#; null when none does.</returns>
    public static string? OfReading(DeclaredGuest guest, AbiKind abi)
    {
        DataModel model = DataModel.Of(abi);
        List<LayoutProbe> probes = [];
        foreach (DeclaredRecord record in guest.Records)
        {
            if (guest.Read(record) is not { } read)
            {
                return Report(abi, record, "has no layout for the reader");
            }

            IReadOnlyList<RecordMember> members = RecordMembers.Of(read, model);
            if (Missing(record, members, model) is { } missing)
            {
                return Report(abi, record, missing);
            }

            probes.Add(new LayoutProbe(record.CTag!, record.Type, read.ExtentIn(model), members));
        }

        return Refuted(guest, abi, probes);
    }

    /// <summary>Compares what a guest's emitted structs do to memory with what GCC makes of the same records in C.</summary>
    /// <returns>The first record that differs, in C and in C#; null when none does.</returns>
    public static string? OfEmission(DeclaredGuest guest, EmittedRecords emitted)
    {
        DataModel model = DataModel.Of(guest.Abi);
        List<LayoutProbe> probes = [];
        foreach (DeclaredRecord record in guest.Records)
        {
            MeasuredRecord measured = emitted.Measure(record);
            if (measured.Faults is [{ } fault, ..])
            {
                return Report(guest.Abi, record, fault);
            }

            // C# knows no alignment: the reader's was compared.
            TypeExtent extent = new(measured.Size, record.Type.AlignmentIn(model));
            probes.Add(new LayoutProbe(record.CTag!, record.Type, extent, measured.Members));
        }

        return Refuted(guest, guest.Abi, probes);
    }

    private static string? Missing(DeclaredRecord record, IReadOnlyList<RecordMember> members, DataModel model)
    {
        IEnumerable<string> expected = RecordMembers.Of(record.Type, model).Select(static member => member.Path);
        IEnumerable<string> actual = members.Select(static member => member.Path);
        return expected.SequenceEqual(actual)
            ? null
            : $"should have the members {string.Join(' ', expected)} and is read with {string.Join(' ', actual)}";
    }

    private static string? Refuted(DeclaredGuest guest, AbiKind abi, List<LayoutProbe> probes) =>
        LayoutCompiler.Refuted(abi, probes) is [{ } refuted, ..]
            ? Report(abi, guest.Records.Single(record => record.CTag == refuted.Tag), "does not lie as GCC lays it out")
            : null;

    private static string Report(AbiKind abi, DeclaredRecord record, string difference) =>
        $"{AbiNames.Of(abi)}: {record.Name} {difference}:\nstruct {record.CTag} {CText.Body(record.Type)}\n{DeclarationText.Of(record)}";
}
