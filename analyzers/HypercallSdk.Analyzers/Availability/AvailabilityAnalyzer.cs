using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>HCS3001 to HCS3003 and HCS3006: holds what is used against what the project promises of the hypervisor.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AvailabilityAnalyzer : OperationAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AvailabilityRules.Release, AvailabilityRules.Place, AvailabilityRules.Proposal, AvailabilityRules.Refusal);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        ProjectPromise promise = ProjectPromise.Read(start.Options.AnalyzerConfigOptionsProvider);
        AvailabilityUses uses = new();
        start.RegisterOperationBlockAction(block => Inspect(block, promise, uses));
    }

    private static void Inspect(OperationBlockAnalysisContext context, ProjectPromise promise, AvailabilityUses uses)
    {
        ReleaseBounds entry = Entry(context.OwningSymbol, promise, uses);
        foreach (IOperation block in context.OperationBlocks.Where(static block => !block.Syntax.ContainsDiagnostics)) // half a branch leads nowhere
        {
            List<AvailabilityUse> late = [];
            foreach (AvailabilityUse use in block.DescendantsAndSelf().Select(uses.Of).OfType<AvailabilityUse>())
            {
                if (!promise.HasPlaceFor(use.Availability))
                {
                    context.ReportDiagnostic(AvailabilityRules.OfPlace(use, promise));
                }
                else if (use.IsProposed || !entry.LiesWithin(promise.SinceOf(use.Availability), use.Availability.Until))
                {
                    late.Add(use);
                }
            }

            foreach (AvailabilityUse use in late.Where(use => !Refusals.AreAllAskedFor(use, promise, uses)))
            {
                context.ReportDiagnostic(Refusals.Report(use, promise, uses));
            }

            late.RemoveAll(static use => Refusals.IsAnswerUsed(use));
            ReportUnguarded(context, block, late, promise, entry);
        }
    }

    private static void ReportUnguarded(
        OperationBlockAnalysisContext context, IOperation block, List<AvailabilityUse> late, ProjectPromise promise, ReleaseBounds entry)
    {
        foreach (AvailabilityUse use in late.Where(static use => use.IsProposed))
        {
            context.ReportDiagnostic(AvailabilityRules.OfProposal(use));
        }

        late.RemoveAll(static use => use.IsProposed);
        if (late.Count == 0)
        {
            return;
        }

        HashSet<AvailabilityUse> unguarded = [.. late];
        if (block is IBlockOperation)
        {
            GuardFlow flow = new(late, block, promise);
            flow.Run(context.GetControlFlowGraph(block), entry, context.CancellationToken);
            unguarded = flow.Unguarded;
        }

        foreach (AvailabilityUse use in late.Where(unguarded.Contains))
        {
            context.ReportDiagnostic(AvailabilityRules.OfRelease(use, promise));
        }
    }

    /// <summary>What is known at a method's beginning: a method that says itself since when it exists is not called before.</summary>
    private static ReleaseBounds Entry(ISymbol owner, ProjectPromise promise, AvailabilityUses uses)
    {
        Model.Xen.Availability own = uses.AvailabilityOf(owner is IMethodSymbol { AssociatedSymbol: { } property } ? property : owner);
        XenRelease? since = promise.SinceOf(own);
        return new ReleaseBounds(since > promise.Minimum || promise.Minimum is null ? since : promise.Minimum, own.Until?.Next);
    }
}
