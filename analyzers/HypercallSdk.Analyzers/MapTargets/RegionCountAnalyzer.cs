using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>HCS2013: a loop maps in a region as often as the hypervisor says, however many frames the region has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegionCountAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS2013";
    private const int MaximumDepth = 8;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "As many mappings as Xen says, and not as the region holds",
        "This maps '{0}' frames, as {1} answered, and nothing holds that to the region's FrameCount: Xen answers 0 for the frames behind it too, and replaces what is there",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        FrameContracts contracts = new();
        start.RegisterOperationAction(operation => Inspect(operation, declarations, contracts), OperationKind.Loop);
    }

    private static void Inspect(OperationAnalysisContext context, OperationDeclarations declarations, FrameContracts contracts)
    {
        ILoopOperation loop = (ILoopOperation)context.Operation;
        IOperation root = LocalUse.Root(loop);
        foreach (IArgumentOperation target in loop.Body.DescendantsAndSelf().OfType<IArgumentOperation>())
        {
            if (target.Parameter is { } parameter && contracts.Wants(parameter) && IsCountedFromRegion(target.Value, MaximumDepth)
                && CountOf(loop, root, declarations) is { } count && !RegionQuestions.AreAsked(root))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, target.Value.Syntax.GetLocation(), count.Local.Name, count.Operation));
            }
        }
    }

    /// <summary>Whether a frame is so many above a region's first one, and not by a constant number.</summary>
    private static bool IsCountedFromRegion(IOperation frame, int depth) => depth > 0 && Outputs.Unconverted(frame) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
            sum.RightOperand.ConstantValue.HasValue ? IsCountedFromRegion(sum.LeftOperand, depth - 1) : IsInRegion(sum.LeftOperand, depth - 1),
        IPropertyReferenceOperation { Instance: { } whole } member when SupportTypes.IsFrame(member.Type) && SupportTypes.IsFrame(whole.Type) => IsCountedFromRegion(whole, depth - 1),
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } value && IsCountedFromRegion(value, depth - 1),
        _ => false,
    };

    private static bool IsInRegion(IOperation frame, int depth) => depth > 0 && Outputs.Unconverted(frame) switch
    {
        IMemberReferenceOperation { Instance: { } range } when SupportTypes.IsAddressRange(range.Type) => IsRegion(range, depth - 1),
        IMemberReferenceOperation { Instance: { } whole } when SupportTypes.IsFrame(whole.Type) => IsInRegion(whole, depth - 1),
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } value && IsInRegion(value, depth - 1),
        _ => false,
    };

    private static bool IsRegion(IOperation range, int depth) => depth > 0 && Outputs.Unconverted(range) switch
    {
        IInvocationOperation call => SupportTypes.IsHypervisorRegions(call.TargetMethod.ContainingType),
        ILocalReferenceOperation local => LocalUse.OnlyValueOf(local) is { } value && IsRegion(value, depth - 1),
        _ => false,
    };

    /// <summary>The local by which a loop ends and that the hypervisor wrote; null when it ends by something else.</summary>
    private static (ILocalSymbol Local, string Operation)? CountOf(ILoopOperation loop, IOperation root, OperationDeclarations declarations)
    {
        ILocalSymbol[] bounds = [.. Bounds(loop).SelectMany(static part => part.DescendantsAndSelf()).OfType<ILocalReferenceOperation>().Select(static reference => reference.Local)];
        foreach (IInvocationOperation invocation in root.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (declarations.Of(invocation) is { } call
                && Outputs.Of(call).Select(static output => output.Local).FirstOrDefault(local => bounds.Contains(local, SymbolEqualityComparer.Default)) is { } count)
            {
                return (count, call.Name);
            }
        }

        return null;
    }

    /// <summary>What decides how often a loop is gone through: its condition, and where its counter begins.</summary>
    private static IEnumerable<IOperation> Bounds(ILoopOperation loop) => loop switch
    {
        IForLoopOperation { Condition: { } condition } counted => counted.Before.Append(condition),
        IWhileLoopOperation { Condition: { } condition } => [condition],
        _ => [],
    };
}
