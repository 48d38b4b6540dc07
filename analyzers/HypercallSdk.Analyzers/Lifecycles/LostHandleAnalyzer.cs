using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>HCS5001: what a mapping's inverse needs is thrown away.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostHandleAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS5001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The handle of a mapping is thrown away",
        "What {0} maps here can never be undone: nobody keeps '{1}', which {2} needs",
        RuleCategories.Lifecycles,
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
        if (declarations.Of(invocation) is { } call
            && Inverses.TokenOf(call.Declaration) is { } token
            && call.Argument(token) is { } kept
            && IsLost(kept, invocation))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, kept.Syntax.GetLocation(), call.Name, token.Name, Inverses.NamesOf(call.Declaration)));
        }
    }

    private static bool IsLost(IOperation kept, IInvocationOperation invocation) => kept is IDiscardOperation
        || (Outputs.LocalOf(kept) is { RefKind: RefKind.None } local && !LocalUse.ReadsOf(local, invocation).Any());
}
