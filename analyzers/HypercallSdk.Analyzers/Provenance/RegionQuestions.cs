using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>Recognises the questions by which one learns whether a region of <c>/hypervisor</c> is there, and how far it goes.</summary>
internal static class RegionQuestions
{
    /// <summary>Whether a method asks any.</summary>
    public static bool AreAsked(IOperation root) => root.DescendantsAndSelf().Any(static operation => operation switch
    {
        IMemberReferenceOperation { Member: { } member } => IsQuestion(member),
        IInvocationOperation { TargetMethod: { } method } => IsQuestion(method),
        IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: { } member } } => IsQuestion(member),
        _ => false,
    });

    /// <summary>Whether a type names the regions or Xen's answer to the query anywhere: then it has them for its first choice.</summary>
    public static bool AreKnownTo(ISymbol member) => (member as INamedTypeSymbol ?? member.ContainingType)?.DeclaringSyntaxReferences
        .SelectMany(static declaration => declaration.GetSyntax().DescendantTokens())
        .Any(static token => token.ValueText is "HypervisorRegions" or "UnallocatedRegion" or "GetUnallocatedSpace") == true;

    private static bool IsQuestion(ISymbol member) =>
        (SupportTypes.IsHypervisorRegions(member.ContainingType) && member.Name == "Count")
        || (SupportTypes.IsAddressRange(member.ContainingType) && member.Name is "Size" or "FrameCount" or SupportTypes.End or "Contains");
}
