using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>HCS6004: finds what a hypercall reads and nobody has written, in memory that C# does not zero.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnfilledArgumentAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS6004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "An argument that nobody has filled in",
        "{0} reads {1} of '{2}', which nothing writes: Xen acts by whatever lay there before",
        RuleCategories.Buffers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        start.RegisterOperationAction(
            operation =>
            {
                if (declarations.Of((IInvocationOperation)operation.Operation) is { } call)
                {
                    Inspect(operation, call, declarations);
                }
            },
            OperationKind.Invocation);
    }

    private static void Inspect(OperationAnalysisContext context, OperationCall call, OperationDeclarations declarations)
    {
        foreach (IArgumentOperation argument in call.Invocation.Arguments)
        {
            if (UnfilledMemory.Of(argument.Value, context.ContainingSymbol) is not { } memory)
            {
                continue;
            }

            ImmutableArray<string> wanted = WantedMembers.Of(call, argument);
            if (wanted.IsEmpty || FilledMembers.Of(memory, argument.Value, declarations) is not { } filled)
            {
                continue;
            }

            string[] missing = wanted == WantedMembers.Elements ? (filled.IsEmpty ? ["the elements"] : [])
                : [.. wanted.Where(member => !filled.Contains(member)).Select(static member => $"'{member}'")];
            if (missing.Length > 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), call.Name, string.Join(", ", missing), memory.Name));
            }
        }
    }
}
