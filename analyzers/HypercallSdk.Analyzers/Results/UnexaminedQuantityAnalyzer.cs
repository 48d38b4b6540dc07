using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4009: a quantity is counted with that may be an error.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnexaminedQuantityAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4009";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A quantity is used that may be an error",
        "'{0}' is counted with, and nothing asks whether the call failed: an error is a number near 2^64 there. Ask IsFailure first.",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(Inspect, OperationKind.PropertyReference);

    private static void Inspect(OperationAnalysisContext context)
    {
        IPropertyReferenceOperation number = (IPropertyReferenceOperation)context.Operation;
        if (number.Property.Name == ResultTypes.Value && ResultTypes.IsQuantity(number.Property.ContainingType)
            && !IsCut(number) && !UpperBound.Holds(number) && !MayBeExamined(number.Instance))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, number.Syntax.GetLocation(), number.Syntax));
        }
    }

    /// <summary>Whether HCS4003 has something worse to say of it.</summary>
    private static bool IsCut(IOperation number)
    {
        IOperation whole = number;
        while (whole.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand.ConstantValue.HasValue: true })
        {
            whole = whole.Parent;
        }

        return whole.Parent is IConversionOperation
        {
            IsChecked: false, Type.SpecialType: not (SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_Decimal),
        };
    }

    /// <summary>Whether the method asks the quantity for its error, holds it to a bound, or hands it on; or has it from somebody who may have asked.</summary>
    private static bool MayBeExamined(IOperation? quantity) => quantity switch
    {
        IInvocationOperation => false,
        ILocalReferenceOperation local => LocalUse.ValuesOf(local).Any(static value => LocalUse.Whole(value) is not IInvocationOperation)
            || LocalUse.ReadsOf(local.Local, local).Any(static read => read.Parent is not IPropertyReferenceOperation { Property.Name: ResultTypes.Value } value || UpperBound.Holds(value)),
        _ => true,
    };
}
