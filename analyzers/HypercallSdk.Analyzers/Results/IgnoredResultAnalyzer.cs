using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4001: nobody looks at what the hypervisor answered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredResultAnalyzer : DiagnosticAnalyzer
{
    private const string Id = "HCS4001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The result of a hypercall is ignored",
        "The result of {0} is ignored: {1}. Examine it, or discard it with '_ =' where no outcome matters.",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (OperationDeclarations.ArePresent(start.Compilation))
            {
                OperationDeclarations declarations = new();
                start.RegisterOperationAction(operation => Inspect(operation, declarations), OperationKind.Invocation);
            }
        });
    }

    private static void Inspect(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IInvocationOperation invocation = (IInvocationOperation)context.Operation;
        OperationCall? call = declarations.Of(invocation);
        if (invocation.Type is { SpecialType: not SpecialType.System_Void } type
            && (call is not null || ResultTypes.IsResult(type))
            && Fate(invocation) is { } fate)
        {
            string name = call?.Name ?? $"'{invocation.TargetMethod.Name}'";
            context.ReportDiagnostic(Diagnostic.Create(Rule, invocation.Syntax.GetLocation(), name, fate));
        }
    }

    /// <summary>What becomes of a result that nobody reads; null when somebody does.</summary>
    private static string? Fate(IInvocationOperation invocation)
    {
        if (invocation.Parent is IExpressionStatementOperation)
        {
            return ResultTypes.IsExtentCount(invocation.Type)
                ? "Xen may have done fewer extents than it was asked for, or none"
                : "a call that the hypervisor refused goes on as if it had been made";
        }

        return LocalUse.TargetOf(invocation) is { } local && !LocalUse.ReadsOf(local, invocation).Any()
            ? $"nothing reads '{local.Name}'"
            : null;
    }
}
