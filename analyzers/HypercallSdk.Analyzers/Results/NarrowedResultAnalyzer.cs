using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4003: the result register is cut to fewer bits than it has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowedResultAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The result of a hypercall is cut",
        "'{0}' cuts a 64-bit result to {1}: {2}",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(Inspect, OperationKind.Conversion);

    private static void Inspect(OperationAnalysisContext context)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion is { IsChecked: false, OperatorMethod: null, ConstantValue.HasValue: false }
            && Loss(conversion.Type) is { } loss
            && !Outputs.IsOutcome(conversion.Type) // HCS4006 says what is worse there
            && RegisterValue.Of(WithoutOffset(conversion.Operand)) is { } register
            && !IsKnownToBeSmall(register) && !IsBounded(register))
        {
            string mend = ResultTypes.IsExtentCount(register.Type) ? "IsAll(nr_extents)" : "IsFailure, Errno, or the whole Value";
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, conversion.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(MendProperties.Expression, $"checked({conversion.Syntax})"), conversion.Syntax, conversion.Type!.ToDisplayString(), $"{loss}; use {mend}"));
        }
    }

    /// <summary>
    /// Whether somebody has asked a <c>XenResult</c> for its error: what is left is a number of an event channel's or a timer's size.
    /// Counts and quantities may be large whether or not they are errors.
    /// </summary>
    private static bool IsKnownToBeSmall(RegisterValue register) =>
        ResultTypes.IsXenResult(register.Type)
        && register.Result is ILocalReferenceOperation local
        && LocalUse.ReadsOf(local.Local, local).Any(static read =>
            read.Parent is IPropertyReferenceOperation { Property.Name: ResultTypes.IsFailure or ResultTypes.IsSuccess or ResultTypes.Errno });

    /// <summary>Whether the method holds the same result against a bound, with <c>&lt;</c> or its like: who does knows how large it is.</summary>
    private static bool IsBounded(RegisterValue register) => register.Result is ILocalReferenceOperation result
        && LocalUse.ReadsOf(result.Local, result).Any(static read =>
            read.Parent is IMemberReferenceOperation { Member.Name: ResultTypes.Value, Parent: { } use } number
            && (use is IConversionOperation ? use.Parent : use) is IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                    or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
            } comparison
            && (comparison.LeftOperand.DescendantsAndSelf().Contains(number) ? comparison.RightOperand : comparison.LeftOperand)
                .ConstantValue is not { HasValue: true, Value: 0L or 0UL });

    /// <summary>What a constant is added to or taken from: that makes a large number no smaller.</summary>
    private static IOperation WithoutOffset(IOperation value) => value is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand.ConstantValue.HasValue: true, LeftOperand: { } other,
    }
        ? other
        : value;

    /// <summary>What a type makes of a result that does not fit; null when all fit.</summary>
    private static string? Loss(ITypeSymbol? type) => (type is INamedTypeSymbol { EnumUnderlyingType: { } under } ? under : type)?.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 =>
            "a frame number or an amount above what it holds turns into another number, or an error",
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Char =>
            "an error turns into a large number",
        _ => null,
    };
}
