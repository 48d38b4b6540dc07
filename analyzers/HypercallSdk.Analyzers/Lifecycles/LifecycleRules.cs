using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Arguments;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>HCS5002 to HCS5006 and HCS5009, which judge what was found of a method's mappings.</summary>
internal static class LifecycleRules
{
    private static readonly DiagnosticDescriptor Leak = new(
        "HCS5002",
        "A mapping is not undone on every way",
        "What {0} mapped stays mapped when the method ends here: only {1} undoes it, as the method does elsewhere{2}",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS5002"));

    private static readonly DiagnosticDescriptor Displaced = new(
        "HCS5003",
        "A mapping is undone by something else than its inverse",
        "At '{0}' lies what {1} mapped, and only {2} undoes that. By {3}, Xen {4}.",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS5003"));

    private static readonly DiagnosticDescriptor Twice = new(
        "HCS5004",
        "A mapping is undone twice",
        "{0} undid this before: Xen refuses it now, or undoes what somebody else has mapped there since",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS5004"));

    private static readonly DiagnosticDescriptor Left = new(
        "HCS5005",
        "An inverse that leaves something mapped",
        "With 0 for '{0}', {1} answers 0 and leaves what {2} mapped there: pass what it was mapped with",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS5005"));

    private static readonly DiagnosticDescriptor Reused = new(
        "HCS5006",
        "A frame is used again that may still be mapped",
        "'{0}' is used again {1}: what was mapped there may be there still, and whoever gets the frame shares it with another domain",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS5006"));

    private static readonly DiagnosticDescriptor Again = new(
        "HCS5009",
        "A page is mapped that is mapped already",
        "{0}, page {1}, lies at '{2}' and was not unmapped since: Xen {3}",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS5009"));

    /// <summary>The rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(Leak, Displaced, Twice, Left, Reused, Again);

    /// <summary>What is to be told of what was found.</summary>
    public static IEnumerable<Diagnostic> Judge(LifecycleFindings findings)
    {
        foreach ((Mapping mapping, SyntaxNode end, Place lost) in findings.Leaks.Where(leak => findings.Undone.Contains(leak.Mapping.Syntax)))
        {
            string handle = Inverses.TokenOf(mapping.Maker) is null ? string.Empty : $", and '{lost}', which that needs, is lost";
            yield return Diagnostic.Create(Leak, end.GetLocation(), Inverses.Name(mapping.Maker), Inverses.NamesOf(mapping.Maker), handle);
        }

        foreach ((Operations.OperationCall call, Mapping mapping, Place place) in findings.Displaced)
        {
            yield return Diagnostic.Create(
                Displaced, call.Invocation.Syntax.GetLocation(), place, Inverses.Name(mapping.Maker), Inverses.NamesOf(mapping.Maker), call.Name,
                Inverses.Otherwise(mapping.Maker) ?? "refuses it, or keeps a part of the mapping");
        }

        foreach (Operations.OperationCall call in findings.Twice)
        {
            yield return Diagnostic.Create(Twice, call.Invocation.Syntax.GetLocation(), call.Name);
        }

        foreach ((Microsoft.CodeAnalysis.Operations.IArgumentOperation argument, Operations.OperationCall call, IMethodSymbol maker) in findings.Left)
        {
            yield return Diagnostic.Create(Left, argument.Syntax.GetLocation(), argument.Parameter!.Name, call.Name, Inverses.Name(maker));
        }

        foreach ((Operations.OperationCall call, OnlyPage page, Place place) in findings.Again)
        {
            yield return Diagnostic.Create(Again, call.Invocation.Syntax.GetLocation(), page.Kind, AcceptedRange.Text(page.Index), place, page.Otherwise);
        }

        foreach ((SyntaxNode use, Place place, MappingPhase phase) in findings.Reused)
        {
            yield return Diagnostic.Create(
                Reused, use.GetLocation(), place, phase == MappingPhase.StillThere ? "where undoing its mapping has failed" : "though nobody looked whether its mapping was undone");
        }
    }
}
