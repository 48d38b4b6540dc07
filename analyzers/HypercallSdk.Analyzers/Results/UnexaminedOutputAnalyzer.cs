using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4004: something is read that the hypervisor may not have written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnexaminedOutputAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "What a hypercall writes is read without its result",
        "'{0}' is read {1}: a call that fails writes nothing, and leaves in '{0}' whatever was there",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationBlockAction(block => Inspect(block, declarations));

    private static void Inspect(OperationBlockAnalysisContext context, OperationDeclarations declarations)
    {
        foreach (IBlockOperation block in context.OperationBlocks.OfType<IBlockOperation>())
        {
            // A branch of which a half is typed leads nowhere.
            if (block.Syntax.ContainsDiagnostics || !HasOutputs(block, declarations))
            {
                continue;
            }

            OutputFlow flow = new(declarations);
            flow.Run(context.GetControlFlowGraph(block), OutputState.None, context.CancellationToken);
            foreach ((SyntaxNode place, ILocalSymbol local, bool hasFailed) in flow.Reads)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, place.GetLocation(), local.Name, hasFailed ? "where its call is known to have failed" : "before anybody examined its call's result"));
            }
        }
    }

    private static bool HasOutputs(IBlockOperation block, OperationDeclarations declarations) => block.DescendantsAndSelf()
        .OfType<IInvocationOperation>()
        .Select(declarations.Of)
        .OfType<OperationCall>()
        .Any(static call => Outputs.Of(call).Any());
}
