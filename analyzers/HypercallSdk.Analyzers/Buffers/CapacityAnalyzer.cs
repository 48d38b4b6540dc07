using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>HCS6006: a capacity over which the hypervisor has written its answer is passed as a capacity again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapacityAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS6006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A capacity that the hypervisor has written over",
        "'{0}' is what {1} answered and no longer the size of '{2}': {3} leaves out what does not fit into so many, or writes behind the buffer's end",
        RuleCategories.Buffers,
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
            if (block.Syntax.ContainsDiagnostics || !HasCapacity(block, declarations))
            {
                continue;
            }

            CapacityFlow flow = new(declarations);
            flow.Run(context.GetControlFlowGraph(block), CapacityState.Empty, context.CancellationToken);
            foreach (CapacityUse use in flow.Uses)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, use.Place.GetLocation(), use.Before.Capacity.Name, use.Before.Call, use.Before.Buffer.Name, use.Call));
            }
        }
    }

    private static bool HasCapacity(IBlockOperation block, OperationDeclarations declarations) => block.DescendantsAndSelf()
        .OfType<IInvocationOperation>()
        .Any(call => declarations.Of(call)?.Declaration.Parameters.Any(static parameter => parameter.RefKind == RefKind.Ref && parameter.Find(AttributeNames.CountOf) is not null) == true);
}
