using System.Collections.Immutable;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>HCS1006: the address of the last frame is taken for that of the last byte.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LastByteAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS1006";
    private const int MaximumDepth = 8;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A frame's address is taken for its last byte",
        "'{0}' is the second byte of a frame, not what is behind it: the address of a frame is its first byte; the end of a range is the address of the frame behind its last",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(Inspect, OperationKind.Binary);

    private static void Inspect(OperationAnalysisContext context)
    {
        IBinaryOperation sum = (IBinaryOperation)context.Operation;
        if (sum.OperatorKind == BinaryOperatorKind.Add && OtherThanOne(sum) is { } number && FrameOf(number, MaximumDepth) is { } frame)
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            string? member = number switch
            {
                IFieldReferenceOperation => $"{SupportTypes.Address}.{SupportTypes.Value}",
                IPropertyReferenceOperation => SupportTypes.Address,
                _ => null, // by way of a local: the mend is elsewhere
            };
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, sum.Syntax.GetLocation(), member is null ? properties : properties.Add(MendProperties.Expression, $"({frame.Syntax} + 1).{member}"), sum.Syntax));
        }
    }

    private static IOperation? OtherThanOne(IBinaryOperation sum) =>
        IsOne(sum.RightOperand) ? Outputs.Unconverted(sum.LeftOperand)
        : IsOne(sum.LeftOperand) ? Outputs.Unconverted(sum.RightOperand)
        : null;

    private static bool IsOne(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: 1 or 1U or 1L or 1UL };

    /// <summary>The frame whose address a number is, or that a length is counted to; null when it is something else.</summary>
    private static IOperation? FrameOf(IOperation number, int depth) => depth == 0 ? null : Outputs.Unconverted(number) switch
    {
        IFieldReferenceOperation { Field.Name: SupportTypes.Value, Instance: { } address } member
            when SupportTypes.UnitOf(member.Field.ContainingType) == ConstantUnit.Address => FrameOf(address, depth - 1),
        IPropertyReferenceOperation { Property.Name: SupportTypes.Address, Instance: { } frame } when SupportTypes.IsFrameNumber(frame.Type) => frame,
        ILocalReferenceOperation local when LocalUse.OnlyValueOf(local) is { } only => FrameOf(only, depth - 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } length => FrameOf(length.LeftOperand, depth - 1),
        _ => null,
    };
}
