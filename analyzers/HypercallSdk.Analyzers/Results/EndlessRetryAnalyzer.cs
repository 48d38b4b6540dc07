using System.Collections.Immutable;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4007: a loop that only the hypervisor can end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndlessRetryAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A call that may be tried for ever",
        "Nothing but the answer ends this loop, and Xen may answer {0} for ever: count the tries, or have a limit in time",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(operation => Inspect(operation, declarations), OperationKind.FieldReference);

    private static void Inspect(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IFieldReferenceOperation reference = (IFieldReferenceOperation)context.Operation;
        if (reference.Field is { IsConst: true } constant && constant.Find(AttributeNames.TryAgain) is not null
            && RetryTest.Of(reference) is { } test && Retry.Of(test) is { } retry && retry.IsUnbounded(declarations))
        {
            string name = constant.Find(AttributeNames.CName)?.Text(0) is { Length: > 0 } text ? text : $"'{constant.Name}'";
            context.ReportDiagnostic(Diagnostic.Create(Rule, test.Test.Syntax.GetLocation(), name));
        }
    }
}
