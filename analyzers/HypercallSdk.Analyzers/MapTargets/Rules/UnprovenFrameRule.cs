using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Analyzers.Provenance;
using HypercallSdk.Model;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>HCS2005: nothing says where the frame comes from, or it comes from where nothing is proven.</summary>
internal sealed class UnprovenFrameRule : IProvenanceRule
{
    private const string Id = "HCS2005";
    private const string Proofs = "take it from HypervisorRegions.GetRegion, or say why it is free: Unproven(value, \"why\")";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A mapping at a frame that nothing proves free",
        "Nothing proves that this frame is free: {0}. Xen answers 0 whatever lives there; {1}.",
        RuleCategories.MapTargets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public object[]? Object(Demand demand, GuestAddressSpace space) => space.Guest == GuestKind.Pv ? null
        : (demand.Value.Origins & Origins.Unknown) != Origins.None ? Explain(demand.Value.Culprit)
        : (demand.Value.Origins & Origins.PastEnd) != Origins.None
            ? ["the end of a range lies outside of it", "subtract what is mapped from the end, or begin at the range's start"]
            : null;

    private static object[] Explain(ISymbol? culprit) => culprit is null || !SupportTypes.HoldsFrames(SupportTypes.TypeOf(culprit))
        ? ["it is computed from a number", Proofs]
        : culprit switch
        {
            IParameterSymbol { RefKind: RefKind.Out or RefKind.Ref } parameter =>
                [$"what '{parameter.ContainingSymbol.Name}' writes to '{parameter.Name}' is not marked", Mend(culprit, "mark it [Proven]")],
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } } parameter =>
                [$"parameter '{parameter.Name}' is not marked", Mend(culprit, "mark it [MapTarget], and its callers prove it")],
            IParameterSymbol parameter => [$"parameter '{parameter.Name}' is not marked", Mend(culprit, "mark it [MapTarget]")],
            IMethodSymbol { MethodKind: MethodKind.Constructor } method =>
                [$"'{method.ContainingType.Name}' is not marked", "mark the member that is read [Proven]"],
            IMethodSymbol method => [$"the result of '{method.Name}' is not marked", Mend(culprit, "mark it [return: Proven]")],
            _ => [$"'{culprit.Name}' is not marked", Mend(culprit, "mark it [Proven], and whoever sets it proves it")],
        };

    private static string Mend(ISymbol culprit, string mark) => culprit.DeclaringSyntaxReferences.IsEmpty ? Proofs : mark;
}
