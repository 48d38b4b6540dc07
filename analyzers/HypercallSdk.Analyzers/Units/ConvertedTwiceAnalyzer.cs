using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>HCS1008: a frame's number is made a frame's number once more, or an address an address.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConvertedTwiceAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS1008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A unit is converted twice",
        "'{0}' is {1} already and is shifted once more: {2} gets another page than the one that is meant",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(Inspect, OperationKind.ObjectCreation);

    private static void Inspect(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        ConstantUnit? wanted = SupportTypes.UnitOf(creation.Type) ?? (SupportTypes.IsFrameNumber(creation.Type) ? ConstantUnit.Frame : null);
        if (wanted is { } unit && creation.Arguments.FirstOrDefault()?.Value is { } value
            && ConversionIn(value) is { } conversion && KnownUnit.ConvertedTo(conversion) == unit
            && ScaledNumber.Of(conversion).Number is var number && KnownUnit.Of(number) == unit)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, conversion.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(MendProperties.Expression, number.Syntax.ToString()),
                number.Syntax, unit == ConstantUnit.Frame ? "a frame's number" : "an address", creation.Type!.Name));
        }
    }

    /// <summary>The shift that a value is, perhaps by way of a local.</summary>
    private static IBinaryOperation? ConversionIn(IOperation value) => Outputs.Unconverted(value) switch
    {
        IBinaryOperation { OperatorMethod: null } conversion => conversion,
        ILocalReferenceOperation local when LocalUse.OnlyValueOf(local) is { } initial => Outputs.Unconverted(initial) as IBinaryOperation,
        _ => null,
    };
}
