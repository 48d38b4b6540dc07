using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4002: a count of extents is examined as if it were an error number.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExtentCountAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that tells whether the comparison holds for a failure.</summary>
    internal const string HoldsOnFailure = "HoldsOnFailure";

    private const string Id = "HCS4002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A count of extents is taken for an error number",
        "'{0}' {1}: the result is how many extents were done, and never an error. Ask IsAll(nr_extents).",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (OperationDeclarations.ArePresent(start.Compilation))
            {
                OperationDeclarations declarations = new();
                start.RegisterOperationAction(operation => InspectComparison(operation, declarations), OperationKind.Binary);
                start.RegisterOperationAction(operation => InspectPattern(operation, declarations), OperationKind.IsPattern);
            }
        });
    }

    private static void InspectComparison(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IBinaryOperation comparison = (IBinaryOperation)context.Operation;
        if (Number(comparison.RightOperand) is { } right)
        {
            Judge(context, comparison.LeftOperand, comparison.OperatorKind, right, declarations);
        }
        else if (Number(comparison.LeftOperand) is { } left)
        {
            Judge(context, comparison.RightOperand, Mirrored(comparison.OperatorKind), left, declarations);
        }
    }

    private static void InspectPattern(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IIsPatternOperation test = (IIsPatternOperation)context.Operation;
        if (test.Pattern is IRelationalPatternOperation relation && Number(relation.Value) is { } bound)
        {
            Judge(context, test.Value, relation.OperatorKind, bound, declarations);
        }
    }

    private static void Judge(
        OperationAnalysisContext context, IOperation value, BinaryOperatorKind comparison, long number, OperationDeclarations declarations)
    {
        if (RegisterValue.Of(value) is not { } register || !ResultTypes.IsExtentCount(register.Type))
        {
            return;
        }

        (string? says, bool onFailure) = Verdict(comparison, number);
        if (says is null && IsZeroTest(comparison, number) && IsAllThatIsAsked(register, declarations))
        {
            (says, onFailure) = ("passes when only some extents were done", comparison is BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual);
        }

        if (says is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, context.Operation.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(HoldsOnFailure, onFailure ? "true" : "false"),
                context.Operation.Syntax.ToString(), says));
        }
    }

    /// <summary>What is wrong with a comparison, whatever was asked for; and whether its author meant it to hold for a failure.</summary>
    private static (string? Says, bool OnFailure) Verdict(BinaryOperatorKind comparison, long number) => comparison switch
    {
        BinaryOperatorKind.LessThan when number <= 0 => ("is never true", true),
        BinaryOperatorKind.LessThanOrEqual when number < 0 => ("is never true", true),
        BinaryOperatorKind.Equals when number < 0 => ("is never true", true),
        BinaryOperatorKind.GreaterThanOrEqual when number <= 0 => ("is always true", false),
        BinaryOperatorKind.GreaterThan when number < 0 => ("is always true", false),
        BinaryOperatorKind.NotEquals when number < 0 => ("is always true", false),
        _ => (null, false),
    };

    private static bool IsZeroTest(BinaryOperatorKind comparison, long number) => number == 0
        && comparison is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual;

    /// <summary>
    /// Whether nothing but the comparison asks what was done, of more than one extent. Who takes whatever there is reads the count too.
    /// </summary>
    private static bool IsAllThatIsAsked(RegisterValue register, OperationDeclarations declarations)
    {
        IOperation? result = register.Result;
        if (result is ILocalReferenceOperation local)
        {
            result = LocalUse.ReadsOf(local.Local, local).Take(2).Count() == 1 ? LocalUse.OnlyValueOf(local) : null;
        }

        return result is IInvocationOperation invocation && declarations.Of(invocation) is { } call && !AsksForOne(call);
    }

    private static bool AsksForOne(OperationCall call) =>
        call.Declaration.Parameters.FirstOrDefault(static parameter => parameter.Find(AttributeNames.CountOf) is not null) is { } count
        && call.Argument(count) is { } asked
        && Number(asked is IConversionOperation conversion ? conversion.Operand : asked) == 1;

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    private static long? Number(IOperation operation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: ulong value } => value > long.MaxValue ? null : (long)value,
        { HasValue: true, Value: long or int or uint or short or ushort or byte or sbyte } constant =>
            Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
