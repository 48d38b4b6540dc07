using System.Collections.Immutable;
using HypercallSdk.Analyzers.Arguments;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>HCS6003: holds where things lie against the ends of their pages.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PagePlaceAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS6003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Something leaves the page that it has to be in",
        "{0} wants '{1}' where {2} bytes lie on one page{3}, and it is {4}. {5}.",
        RuleCategories.Buffers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        AbiKind? abi = ProjectPromise.Read(start.Options.AnalyzerConfigOptionsProvider).Abi;
        ArgumentConstant constants = new(new StaticInitializers(start.Compilation));
        start.RegisterOperationAction(
            operation =>
            {
                if (declarations.Of((IInvocationOperation)operation.Operation) is { } call)
                {
                    Inspect(operation, call, abi, constants);
                }
            },
            OperationKind.Invocation);
    }

    private static void Inspect(OperationAnalysisContext context, OperationCall call, AbiKind? abi, ArgumentConstant constants)
    {
        foreach (IArgumentOperation argument in call.Invocation.Arguments)
        {
            if (call.Declared(argument) is { } declared && PagePlace.Of(declared, abi) is { } place)
            {
                string name = place.Member ?? declared.Name;
                foreach (IOperation value in place.Member is null ? [argument.Value] : MemberWrites.Of(argument.Value, place.Member))
                {
                    if (Fault(value, place, constants) is { } fault)
                    {
                        context.ReportDiagnostic(Diagnostic.Create(
                            Rule, value.Syntax.GetLocation(), call.Name, name, place.Size,
                            place.Alignment > 1 ? $", at a multiple of {place.Alignment}" : string.Empty, fault, place.Consequence));
                    }
                }
            }
        }
    }

    /// <summary>What is wrong with a value, in words; null when nothing is known to be.</summary>
    private static string? Fault(IOperation value, PagePlace place, ArgumentConstant constants) =>
        constants.Of(value) is { } number ? (place.Takes(number, value) ? null : AcceptedRange.Text(number))
        : UnalignedVariable.Of(value) is { } variable ? $"where '{variable}' happens to lie"
        : null;
}
