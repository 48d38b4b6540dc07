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
            if (target.Parameter is { } parameter && contracts.Wants(parameter) && CountedFrame.Of(target.Value) is not null
                && CountOf(loop, root, declarations) is { } count && !RegionQuestions.AreAsked(root) && !IsHeld(count.Local, loop, root))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, target.Value.Syntax.GetLocation(), count.Local.Name, count.Operation));
            }
        }
    }

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

    /// <summary>
    /// Whether the method holds the count to something of its own: it gives it another value, compares it outside the loop with
    /// anything but 0, or the loop has a second bound.
    /// </summary>
    private static bool IsHeld(ILocalSymbol count, ILoopOperation loop, IOperation root)
    {
        IOperation[] bounds = [.. Bounds(loop).SelectMany(static part => part.DescendantsAndSelf())];
        return bounds.OfType<IBinaryOperation>().Count(IsOrder) > 1
            || root.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
                .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, count) && !bounds.Contains(reference))
                .Any(static reference => Outer(reference) is IAssignmentOperation { Target: ILocalReferenceOperation target } && target == reference
                    || (Outer(reference) is IBinaryOperation comparison && IsOrder(comparison)));
    }

    private static IOperation? Outer(IOperation operation) => operation.Parent is IConversionOperation conversion ? Outer(conversion) : operation.Parent;

    private static bool IsOrder(IBinaryOperation operation) => operation.OperatorKind
        is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        && !IsZero(operation.LeftOperand) && !IsZero(operation.RightOperand);

    private static bool IsZero(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: { } value } && CountedFrame.IntegerOf(value)?.IsZero == true;

    /// <summary>What decides how often a loop is gone through: its condition, and where its counter begins.</summary>
    private static IEnumerable<IOperation> Bounds(ILoopOperation loop) => loop switch
    {
        IForLoopOperation { Condition: { } condition } counted => counted.Before.Append(condition),
        IWhileLoopOperation { Condition: { } condition } => [condition],
        _ => [],
    };
}
