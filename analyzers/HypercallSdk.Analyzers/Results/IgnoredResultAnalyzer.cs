using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Options;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4001: nobody looks at what the hypervisor answered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredResultAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4001";

    private const string Advice = ". Examine it, or discard it with '_ =' where no outcome matters.";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The result of a hypercall is ignored",
        "The result of {0} is ignored: {1}",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(operation => Inspect(operation, declarations), OperationKind.Invocation);

    private static void Inspect(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IInvocationOperation invocation = (IInvocationOperation)context.Operation;
        OperationCall? call = declarations.Of(invocation);
        if (invocation.Type is { SpecialType: not SpecialType.System_Void } type
            && (call is not null || ResultTypes.IsResult(type))
            && Fate(context, invocation) is { } fate)
        {
            string name = call?.Name ?? $"'{invocation.TargetMethod.Name}'";
            context.ReportDiagnostic(Diagnostic.Create(Rule, invocation.Syntax.GetLocation(), Mends(invocation, call), name, fate));
        }
    }

    /// <summary>What can stand instead of a call that stands alone.</summary>
    private static ImmutableDictionary<string, string?> Mends(IInvocationOperation invocation, OperationCall? call)
    {
        ImmutableDictionary<string, string?> none = ImmutableDictionary<string, string?>.Empty;
        if (invocation.Parent is not IExpressionStatementOperation)
        {
            return none;
        }

        string? failure = !ResultTypes.IsResult(invocation.Type) ? null
            : !ResultTypes.IsExtentCount(invocation.Type) ? $"{invocation.Syntax}.{ResultTypes.IsFailure}"
            : call is { } known && ExtentQuestion.Of(known, invocation.Syntax) is { } question ? "!" + question
            : null;
        return none.Add(MendProperties.Expression, $"_ = {invocation.Syntax}").Add(MendProperties.Failure, failure);
    }

    /// <summary>What becomes of a result that nobody reads; null when somebody does.</summary>
    private static string? Fate(OperationAnalysisContext context, IInvocationOperation invocation)
    {
        if (LocalUse.Whole(invocation).Parent is IExpressionStatementOperation)
        {
            return (ResultTypes.IsExtentCount(invocation.Type)
                ? "Xen may have done fewer extents than it was asked for, or none"
                : "a call that the hypervisor refused goes on as if it had been made") + Advice;
        }

        if (LocalUse.Whole(invocation).Parent is ISimpleAssignmentOperation { Target: IDiscardOperation }
            && !RuleOptions.DiscardExamines.In(context.Options.AnalyzerConfigOptionsProvider.GetOptions(invocation.Syntax.SyntaxTree)))
        {
            return $"'_ =' is no answer to it here ({RuleOptions.DiscardExamines.Name}). Examine it.";
        }

        if (LocalUse.TargetOf(invocation) is not { } local)
        {
            return null;
        }

        return !LocalUse.ReadsOf(local, invocation).Any() ? $"nothing reads '{local.Name}'{Advice}"
            : IsOverwritten(context, invocation, local) ? $"'{local.Name}' is given something else before anything reads it{Advice}"
            : null;
    }

    /// <summary>Whether a local that is given several values is never read while it holds this one.</summary>
    private static bool IsOverwritten(OperationAnalysisContext context, IInvocationOperation invocation, ILocalSymbol local)
    {
        IOperation root = LocalUse.Root(invocation);
        bool isGivenMore = root.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
            .Any(assignment => assignment.Target is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local) && assignment.Value != invocation);
        if (!isGivenMore || LocalUse.Whole(invocation) != invocation || root.Syntax.ContainsDiagnostics || local.IsRef)
        {
            return false;
        }

        OverwriteFlow flow = new(local, invocation.Syntax);
        flow.Run(context.GetControlFlowGraph(), new OverwriteFlow.Holding(IsHeld: false), context.CancellationToken);
        return !flow.IsRead;
    }
}
