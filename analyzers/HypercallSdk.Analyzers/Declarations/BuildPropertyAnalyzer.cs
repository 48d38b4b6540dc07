using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Declarations;

/// <summary>
/// HCS0015: says why nothing is emitted when the ABI or the conduit is not known. A build with the package's targets never
/// comes so far; a compiler that is run without them would be silent.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BuildPropertyAnalyzer : DiagnosticAnalyzer
{
    private const string Id = "HCS0015";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The ABI or the conduit is not known",
        "The property '{0}' {1}, so no hypercall of this project is emitted; let it be {2}, and make it visible to the compiler",
        RuleCategories.Declarations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            BuildOptions options = BuildOptions.Read(start.Options.AnalyzerConfigOptionsProvider);
            if (options is not { Abi: not null, Conduit: not null } && !start.Compilation.GetTypesByMetadataName(AttributeNames.Hypercall).IsEmpty)
            {
                Watch(start, options);
            }
        });
    }

    /// <summary>A project that declares no hypercall needs neither property.</summary>
    private static void Watch(CompilationStartAnalysisContext start, BuildOptions options)
    {
        int hypercalls = 0;
        start.RegisterSymbolAction(
            symbol =>
            {
                if (DeclarationReader.IsHypercall((INamedTypeSymbol)symbol.Symbol))
                {
                    Interlocked.Increment(ref hypercalls);
                }
            },
            SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end =>
        {
            if (Volatile.Read(ref hypercalls) == 0)
            {
                return;
            }

            AnalyzerConfigOptionsProvider provider = end.Options.AnalyzerConfigOptionsProvider;
            if (options.Abi is null)
            {
                end.ReportDiagnostic(Of(provider, BuildOptions.AbiProperty, AbiNames.Names));
            }

            if (options.Conduit is null)
            {
                end.ReportDiagnostic(Of(provider, BuildOptions.ConduitProperty, options.Abi is { } abi ? ConduitNames.On(abi) : ConduitNames.Names));
            }
        });
    }

    private static Diagnostic Of(AnalyzerConfigOptionsProvider provider, string property, IReadOnlyList<string> names)
    {
        string value = BuildOptions.Value(provider, property);
        string cause = value.Length == 0 ? "is not set"
            : property == BuildOptions.ConduitProperty && ConduitNames.TryParse(value, out _) ? $"is '{value}', which a guest of this ABI cannot use"
            : $"is '{value}', which this release does not know";
        return Diagnostic.Create(Rule, Location.None, property, cause, string.Join(" or ", names));
    }
}
