using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// Finds what is wrong with sound declarations on one ABI. Reading knows no ABI, so this is a step of its own: the generator leaves
/// out what does not fit, and the analyzer says so.
/// </summary>
public static class AbiChecker
{
    /// <summary>Whether an operation can be emitted for an ABI.</summary>
    public static bool IsSound(OperationDeclaration operation, HypercallDeclaration hypercall, DataModel model) =>
        FaultOf(operation, hypercall, model) is null;

    /// <summary>Whether a record can be emitted for an ABI.</summary>
    public static bool IsSound(RecordDeclaration record, DataModel model) => FaultOf(record, model) is null;

    /// <summary>Reports the operations of an interface that cannot be emitted for an ABI.</summary>
    /// <param name="type">The interface.</param>
    /// <param name="declaration">What was read from it.</param>
    /// <param name="model">The ABI's widths.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(
        INamedTypeSymbol type, HypercallDeclaration declaration, DataModel model, Action<DeclarationProblem> report)
    {
        ProblemReporter problems = new(report);
        foreach (OperationDeclaration operation in declaration.Operations)
        {
            if (type.GetMembers(operation.Method.TrimStart('@')).OfType<IMethodSymbol>().FirstOrDefault() is { } method
                && method.Find(AttributeNames.HypercallOp) is { } attribute)
            {
                FaultOf(operation, declaration, model)?.Report(method, attribute, Parameters(method, operation), problems);
            }
        }
    }

    /// <summary>Reports a record that cannot be emitted for an ABI.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="record">What was read from it.</param>
    /// <param name="model">The ABI's widths.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(INamedTypeSymbol type, RecordDeclaration record, DataModel model, Action<DeclarationProblem> report)
    {
        if (RecordFields.AttributeOf(type) is { } attribute && RecordFields.MethodOf(type) is { } method)
        {
            FaultOf(record, model)?.Report(type, attribute, method.Parameters, new ProblemReporter(report));
        }
    }

    /// <summary>Reports a record for which nothing is emitted, if it does not lie as C has it on an ABI.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="model">The ABI's widths.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void CheckPlain(INamedTypeSymbol type, DataModel model, Action<DeclarationProblem> report)
    {
        if (RecordFields.AttributeOf(type) is { } attribute)
        {
            string tag = attribute.Text(0).Length > 0 ? attribute.Text(0) : type.Name;
            PlainRecordFaults.Of(type, tag, DeclaredSizes.Of(attribute).On(model, AvailabilityReader.AbisOf(type)), model)?.Report(type, attribute, [], new ProblemReporter(report));
        }
    }

    private static AbiFault? FaultOf(OperationDeclaration operation, HypercallDeclaration hypercall, DataModel model) =>
        StructFaults.Of(operation, model)
        ?? PointerFaults.Of(operation, model)
        ?? EnvelopeFaults.Of(operation, hypercall, model)
        ?? RegisterFaults.Of(operation, hypercall, model);

    private static AbiFault? FaultOf(RecordDeclaration record, DataModel model) =>
        StructFaults.Of(record.CName.Length > 0 ? record.CName : record.Name.TrimStart('@'), record.Type, record.DeclaredSizes.On(model, record.Abis), model)
        ?? PointerFaults.Of(record.Fields, model);

    /// <summary>The parameters that the operation's own struct has as fields.</summary>
    private static IReadOnlyList<IParameterSymbol> Parameters(IMethodSymbol method, OperationDeclaration operation) =>
        [.. method.Parameters.Where((_, index) => !operation.Parameters[index].IsInEnvelope)];
}
