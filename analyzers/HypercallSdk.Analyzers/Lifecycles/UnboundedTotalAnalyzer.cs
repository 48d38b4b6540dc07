using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>HCS5007: what the guest has only so much of is given for as long as somebody asks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedTotalAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS5007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A total that nothing bounds",
        "'{0}' grows with each {1} and is compared with no limit: whoever causes these calls can have all of {2}, and Xen does not stop it",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(
            operation =>
            {
                if (declarations.Of((IInvocationOperation)operation.Operation) is { } call && call.Declaration.Find(AttributeNames.UsesUp) is { } mark)
                {
                    Inspect(operation, call, mark.Text(0), declarations);
                }
            },
            OperationKind.Invocation);

    private static void Inspect(OperationAnalysisContext context, OperationCall call, string what, OperationDeclarations declarations)
    {
        foreach (IReadOnlyList<IOperation> scope in ScopesOf(call.Invocation, context.ContainingSymbol))
        {
            Total[] totals = [.. scope.SelectMany(part => Total.AllIn(part, call, declarations))];
            if (totals.Length > 0 && totals.All(static total => total.IsNeverCompared()) && !new Bounds(call, scope, declarations).Exist())
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, call.Invocation.Syntax.GetLocation(), totals[0].Variable.Name, call.Name, what));
                return;
            }
        }
    }

    /// <summary>What may be done any number of times: a loop without an end; a method, with those that alone can call it.</summary>
    private static IEnumerable<IReadOnlyList<IOperation>> ScopesOf(IOperation operation, ISymbol owner)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IWhileLoopOperation { Condition.ConstantValue: { HasValue: true, Value: true } } or IForLoopOperation { Condition: null })
            {
                yield return [around];
            }
            else if (around is IMethodBodyOperation && Callers.With(around, owner) is { } together)
            {
                yield return together;
            }
        }
    }
}
