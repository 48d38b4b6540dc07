using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>
/// Compares declared sizes with the layouts that the fields have under an ABI. Reading knows no ABI, so this is a step of
/// its own: the generator leaves out what does not fit, and the analyzer says so (HCS0012).
/// </summary>
public static class LayoutChecker
{
    /// <summary>Whether an operation's struct has the size that it is declared with.</summary>
    public static bool HasDeclaredSize(OperationDeclaration operation, DataModel model) =>
        operation.Struct is null || Mismatch(operation.Fields, operation.DeclaredSize, model) is null;

    /// <summary>Reports the operations of an interface whose structs have another size than they are declared with.</summary>
    /// <param name="type">The interface.</param>
    /// <param name="declaration">What was read from it.</param>
    /// <param name="model">The ABI's widths.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static void Check(
        INamedTypeSymbol type, HypercallDeclaration declaration, DataModel model, Action<DeclarationProblem> report)
    {
        ProblemReporter problems = new(report);
        foreach (OperationDeclaration operation in declaration.Operations.Where(operation => !HasDeclaredSize(operation, model)))
        {
            ISymbol? method = type.GetMembers(operation.Method.TrimStart('@')).FirstOrDefault();
            if (method?.Find(AttributeNames.HypercallOp) is { } attribute)
            {
                Report(attribute, operation.Struct!, operation.Fields, operation.DeclaredSize, model, problems);
            }
        }
    }

    /// <summary>Reports fields that do not make the size that an attribute declares.</summary>
    internal static void Report(
        AttributeData attribute, string tag, IReadOnlyList<AbiField> fields, uint declared, DataModel model, ProblemReporter problems)
    {
        if (Mismatch(fields, declared, model) is { } layout)
        {
            problems.AtArgument(
                attribute, "Size", ProblemKind.SizeMismatch, tag,
                $"is declared with {declared} bytes, but its fields make {layout.Size} on {model.Name}: "
                + $"{Describe(fields, layout)}; mend the field that differs from C's, or Size",
                ImmutableDictionary<string, string?>.Empty.Add(DeclarationProblem.Size, $"{layout.Size}"));
        }
    }

    private static RecordLayout? Mismatch(IReadOnlyList<AbiField> fields, uint declared, DataModel model)
    {
        RecordLayout layout = RecordLayout.Of(fields, model);
        return declared == 0 || declared == (uint)layout.Size ? null : layout;
    }

    private static string Describe(IReadOnlyList<AbiField> fields, RecordLayout layout) =>
        string.Join(", ", layout.Slots.Select(slot => string.Format(
            CultureInfo.InvariantCulture, "{0} at {1} ({2})", slot.IsPadding ? "padding" : fields[slot.Field].Name, slot.Offset, slot.Size)));
}
