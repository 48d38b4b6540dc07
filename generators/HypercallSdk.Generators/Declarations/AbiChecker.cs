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
        StructFaults.Of(operation, model) is null
        && PointerFaults.Of(operation, model) is null
        && EnvelopeFaults.Of(operation, hypercall, model) is null
        && RegisterFaults.Of(operation, hypercall, model) is null;

    /// <summary>Whether a record can be emitted for an ABI.</summary>
    public static bool IsSound(RecordDeclaration record, DataModel model) =>
        StructFaults.Of(record.CName, record.Type, record.DeclaredSizes.On(model), model) is null
        && PointerFaults.Of(record.Fields, model) is null;

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
                AbiFault? fault = StructFaults.Of(operation, model)
                    ?? PointerFaults.Of(operation, model)
                    ?? EnvelopeFaults.Of(operation, declaration, model)
                    ?? RegisterFaults.Of(operation, declaration, model);
                fault?.Report(method, attribute, Parameters(method, operation), problems);
            }
        }
    }

    /// <summary>Reports a record that cannot be emitted for an ABI, or does not lie as it should where nothing is emitted.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="model">The ABI's widths.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(INamedTypeSymbol type, DataModel model, Action<DeclarationProblem> report)
    {
        if (RecordFields.AttributeOf(type) is not { } attribute)
        {
            return;
        }

        string tag = attribute.Text(0).Length > 0 ? attribute.Text(0) : type.Name;
        uint declared = DeclaredSizes.Of(attribute).On(model);
        IMethodSymbol? method = RecordFields.MethodOf(type);
        AbiFault? fault = null;
        if (method is null)
        {
            fault = PlainRecordFaults.Of(type, tag, declared, model);
        }
        else if (AbiTypeReader.Read(type) is CompositeType record)
        {
            fault = StructFaults.Of(tag, record, declared, model)
                ?? (RecordReader.Read(type, report: null, default) is { } declaration ? PointerFaults.Of(declaration.Fields, model) : null);
        }

        IReadOnlyList<IParameterSymbol> parameters = method is null ? System.Array.Empty<IParameterSymbol>() : method.Parameters;
        fault?.Report(type, attribute, parameters, new ProblemReporter(report));
    }

    /// <summary>The parameters that the operation's own struct has as fields.</summary>
    private static IReadOnlyList<IParameterSymbol> Parameters(IMethodSymbol method, OperationDeclaration operation) =>
        [.. method.Parameters.Where((_, index) => !operation.Parameters[index].IsInEnvelope)];
}
