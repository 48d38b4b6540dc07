using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HypercallSdk.Analyzers.Options;

/// <summary>HCS0026: an option of a rule that is misspelt, or has a value that it cannot have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuleOptionAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS0026";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "An option that means nothing",
        "'{0} = {1}' is set for this file in .editorconfig or .globalconfig, and no rule goes by it: {2}",
        RuleCategories.Declarations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        ConcurrentDictionary<(string Name, string Value), SyntaxTree> mistakes = new();
        start.RegisterSyntaxTreeAction(file => Collect(file, mistakes));
        start.RegisterCompilationEndAction(end => Report(end, mistakes));
    }

    private static void Collect(SyntaxTreeAnalysisContext file, ConcurrentDictionary<(string Name, string Value), SyntaxTree> mistakes)
    {
        AnalyzerConfigOptions options = file.Options.AnalyzerConfigOptionsProvider.GetOptions(file.Tree);
        foreach (string name in options.Keys.Where(static key => key.StartsWith(RuleOptions.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (options.TryGetValue(name, out string? value) && RuleOptions.Fault(name, value) is not null)
            {
                mistakes.AddOrUpdate((name, value), file.Tree, (_, known) => First(known, file.Tree));
            }
        }
    }

    private static SyntaxTree First(SyntaxTree one, SyntaxTree other) => string.CompareOrdinal(one.FilePath, other.FilePath) <= 0 ? one : other;

    /// <summary>Each mistake is said once, at the first of the files that it holds for.</summary>
    private static void Report(CompilationAnalysisContext end, ConcurrentDictionary<(string Name, string Value), SyntaxTree> mistakes)
    {
        foreach (((string name, string value), SyntaxTree tree) in mistakes.Select(static pair => (pair.Key, pair.Value)))
        {
            end.ReportDiagnostic(Diagnostic.Create(
                Rule, Location.Create(tree, new TextSpan(0, 0)), name, value, RuleOptions.Fault(name, value)));
        }
    }
}
