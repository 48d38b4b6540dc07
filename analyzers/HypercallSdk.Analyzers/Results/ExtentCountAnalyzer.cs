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
public sealed class ExtentCountAnalyzer : OperationAnalyzer
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
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        start.RegisterOperationAction(operation => InspectComparison(operation, declarations), OperationKind.Binary);
        start.RegisterOperationAction(operation => InspectRelation(operation, declarations), OperationKind.RelationalPattern);
        start.RegisterOperationAction(operation => InspectConstant(operation, declarations), OperationKind.ConstantPattern);
        start.RegisterOperationAction(operation => InspectCase(operation, declarations), OperationKind.CaseClause);
        start.RegisterOperationAction(InspectRename, OperationKind.ObjectCreation);
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

    private static void InspectRelation(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IRelationalPatternOperation relation = (IRelationalPatternOperation)context.Operation;
        if (Number(relation.Value) is { } bound && PatternSubject.Of(relation) is { } subject)
        {
            Judge(context, subject, relation.OperatorKind, bound, declarations);
        }
    }

    private static void InspectConstant(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IConstantPatternOperation constant = (IConstantPatternOperation)context.Operation;
        if (Number(constant.Value) is { } number && PatternSubject.Of(constant) is { } subject)
        {
            BinaryOperatorKind kind = constant.Parent is INegatedPatternOperation ? BinaryOperatorKind.NotEquals : BinaryOperatorKind.Equals;
            Judge(context, subject, kind, number, declarations);
        }
    }

    private static void InspectCase(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        if (context.Operation is ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation choice } only && Number(only.Value) is { } number)
        {
            Judge(context, choice.Value, BinaryOperatorKind.Equals, number, declarations);
        }
    }

    /// <summary>A count that is made an <c>XenResult</c> of, which never fails.</summary>
    private static void InspectRename(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (ResultTypes.IsXenResult(creation.Type) && creation.Arguments is [{ Value: { } number }]
            && RegisterValue.Of(number) is { } register && ResultTypes.IsExtentCount(register.Type))
        {
            Report(context, "is never a failure", onFailure: null);
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
        if (says is not null)
        {
            if (!IsComparedProperly(register))
            {
                Report(context, says, onFailure);
            }
        }
        else if (IsZeroTest(comparison, number) && IsAllThatIsAsked(register, declarations))
        {
            bool isForNone = comparison is BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.LessThan;
            Report(context, isForNone ? "does not hold when only some extents were done" : "passes when only some extents were done", isForNone);
        }
    }

    private static void Report(OperationAnalysisContext context, string says, bool? onFailure)
    {
        IOperation place = context.Operation;
        while (place.Parent is INegatedPatternOperation or IIsPatternOperation)
        {
            place = place.Parent;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rule, place.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(HoldsOnFailure, onFailure switch { true => "true", false => "false", null => null }),
            place.Syntax.ToString(), says));
    }

    /// <summary>Whether the method holds the same count against what was asked for too: then a comparison with 0 does no harm.</summary>
    private static bool IsComparedProperly(RegisterValue register) => register.Result is ILocalReferenceOperation result
        && LocalUse.ReadsOf(result.Local, result).Any(static read => read.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: ResultTypes.IsAll } => true,
            IMemberReferenceOperation { Member.Name: ResultTypes.Value } number => ComparedWith(number) is { ConstantValue.HasValue: false },
            _ => false,
        });

    private static IOperation? ComparedWith(IOperation number)
    {
        while (number.Parent is IConversionOperation conversion)
        {
            number = conversion;
        }

        return number.Parent is not IBinaryOperation comparison ? null
            : comparison.LeftOperand == number ? comparison.RightOperand
            : comparison.LeftOperand;
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

    private static bool IsZeroTest(BinaryOperatorKind comparison, long number) => comparison switch
    {
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual => number == 0,
        BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual => number == 1,
        _ => false,
    };

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
