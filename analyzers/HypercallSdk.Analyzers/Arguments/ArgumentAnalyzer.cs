using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Arguments;

/// <summary>HCS3004 and HCS3005: holds the constants that a call passes against what the declarations say that the hypervisor takes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentAnalyzer : OperationAnalyzer
{
    private static readonly DiagnosticDescriptor Value = new(
        "HCS3004",
        "An argument that the hypervisor does not take",
        "{0} is no '{1}' that {2} takes{3}: that is {4}. {5}.",
        RuleCategories.Availability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS3004"));

    private static readonly DiagnosticDescriptor Operation = new(
        "HCS3005",
        "A constant that works through another operation",
        "{0} works through {1} only. In {2}, {3}.",
        RuleCategories.Availability,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri("HCS3005"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Value, Operation);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        ProjectPromise promise = ProjectPromise.Read(start.Options.AnalyzerConfigOptionsProvider);
        ArgumentConstant constants = new(new StaticInitializers(start.Compilation));
        start.RegisterOperationAction(
            operation =>
            {
                if (declarations.Of((IInvocationOperation)operation.Operation) is { } call)
                {
                    Inspect(operation, call, promise, constants);
                }
            },
            OperationKind.Invocation);
    }

    private static void Inspect(OperationAnalysisContext context, OperationCall call, ProjectPromise promise, ArgumentConstant constants)
    {
        foreach (IArgumentOperation argument in call.Invocation.Arguments)
        {
            if (call.Declared(argument) is not { } declared)
            {
                continue;
            }

            Judge(context, call, argument.Value, declared, AcceptedRange.Of(declared, promise), string.Empty, constants);
            if (constants.NamedBy(argument.Value) is { } constant)
            {
                JudgeOperation(context, call, argument.Value, constant);
                JudgeOthers(context, call, constant, promise, constants);
            }
        }
    }

    /// <summary>Holds a call against the operations that take one of its constants.</summary>
    private static void JudgeOperation(OperationAnalysisContext context, OperationCall call, IOperation place, IFieldSymbol constant)
    {
        AttributeData[] takers = [.. constant.GetAttributes().Where(static attribute => attribute.AttributeClass?.IsNamed(AttributeNames.AcceptedBy) == true)];
        if (takers.Length > 0 && takers.All(taker => taker.Text(0) != call.Name))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Operation, place.Syntax.GetLocation(), NameOf(constant), string.Join(" or ", takers.Select(static taker => taker.Text(0))), call.Name,
                Consequence(takers[0].Named("Otherwise") as string)));
        }
    }

    /// <summary>Holds a call's other arguments against what one of its constants says of them.</summary>
    private static void JudgeOthers(
        OperationAnalysisContext context, OperationCall call, IFieldSymbol constant, ProjectPromise promise, ArgumentConstant constants)
    {
        foreach (IGrouping<string?, AcceptedRange> ranges in AcceptedRange.Of(constant, promise).GroupBy(static range => range.Parameter))
        {
            if (call.Declaration.Parameters.FirstOrDefault(parameter => parameter.Name == ranges.Key) is { } other && call.Argument(other) is { } value)
            {
                Judge(context, call, value, other, [.. ranges], " with " + NameOf(constant), constants);
            }
        }
    }

    private static void Judge(
        OperationAnalysisContext context, OperationCall call, IOperation argument, IParameterSymbol declared,
        IReadOnlyList<AcceptedRange> ranges, string condition, ArgumentConstant constants)
    {
        if (ranges.Count > 0 && constants.Of(argument) is { } value && !ranges.Any(range => range.Contains(value)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Value, argument.Syntax.GetLocation(), AcceptedRange.Text(value), declared.Name, call.Name, condition,
                string.Join(" or ", ranges), Consequence(ranges.Select(static range => range.Otherwise).FirstOrDefault(static text => text is not null))));
        }
    }

    private static string Consequence(string? otherwise) => otherwise is null ? "The hypervisor refuses it" : $"Xen {otherwise}";

    private static string NameOf(IFieldSymbol constant) =>
        constant.Find(AttributeNames.CName)?.Text(0) is { Length: > 0 } name ? name : $"'{constant.Name}'";
}
