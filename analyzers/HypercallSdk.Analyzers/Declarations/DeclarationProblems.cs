using System;
using System.Linq;
using System.Threading;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Declarations;

/// <summary>Everything that is wrong with the declarations in one type.</summary>
public static class DeclarationProblems
{
    private static readonly string[] Marks =
    [
        AttributeNames.Hypercall, AttributeNames.HypercallOp, AttributeNames.HypercallStruct, AttributeNames.HypercallUnion, AttributeNames.Availability,
    ];

    /// <summary>Whether a compilation knows any of the attributes that make something a declaration.</summary>
    public static bool CanOccurIn(Compilation compilation) => Marks.Any(mark => !compilation.GetTypesByMetadataName(mark).IsEmpty);

    /// <summary>Reads a type as the generator does.</summary>
    /// <param name="type">The type.</param>
    /// <param name="abi">The ABI.</param>
    /// <param name="conduit">The project's conduit; null when it is not known.</param>
    /// <param name="report">Receives what is wrong.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static void Find(
        INamedTypeSymbol type, AbiKind abi, ConduitKind? conduit, Action<DeclarationProblem> report, CancellationToken cancellation)
    {
        DataModel model = DataModel.Of(abi);
        if (RecordReader.Read(type, report, cancellation) is { } record)
        {
            AbiChecker.Check(type, record, model, report);
        }
        else if (RecordReader.IsPlain(type))
        {
            AbiChecker.CheckPlain(type, model, report);
        }

        AvailabilityChecker.Check(type, report);
        if (!DeclarationReader.IsHypercall(type))
        {
            StrayOperations.Check(type, report);
        }
        else if (DeclarationReader.Read(type, report, cancellation) is { } declaration)
        {
            AbiChecker.Check(type, declaration, model, report);
            ConduitChecker.Check(type, declaration, abi, conduit ?? ConduitKind.Hook, report);
        }
    }
}
