using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4010: of two errors that say the same, one is asked for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OneRefusalAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4010";
    private const string NoSuchCall = "ENOSYS";
    private const string NotSupported = "EOPNOTSUPP";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "One of two errors that say the same",
        "{0} is asked whether it is supported by -{1} only: by release and by architecture Xen answers -{2} for the same. Ask for both, or IsFailure.",
        RuleCategories.Results,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        ProjectPromise promise = ProjectPromise.Read(start.Options.AnalyzerConfigOptionsProvider);
        AvailabilityUses uses = new();
        start.RegisterOperationAction(operation => Inspect(operation, declarations, promise, uses), OperationKind.Invocation);
    }

    private static void Inspect(OperationAnalysisContext context, OperationDeclarations declarations, ProjectPromise promise, AvailabilityUses uses)
    {
        IInvocationOperation invocation = (IInvocationOperation)context.Operation;
        if (declarations.Of(invocation) is not { } call || !IsAlwaysThere(call, promise, uses) || AsksForAnyFailure(invocation))
        {
            return;
        }

        string[] asked = [.. ErrnoTest.NamesFor(invocation)];
        bool isCall = asked.Contains(NoSuchCall);
        if (isCall != asked.Contains(NotSupported))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, invocation.Syntax.GetLocation(), call.Name, isCall ? NoSuchCall : NotSupported, isCall ? NotSupported : NoSuchCall));
        }
    }

    /// <summary>Whether every Xen of the project's knows the operation; HCS3002 and HCS3006 are about the others.</summary>
    private static bool IsAlwaysThere(OperationCall call, ProjectPromise promise, AvailabilityUses uses)
    {
        Model.Xen.Availability availability = uses.AvailabilityOf(call.Declaration);
        return call.Declaration.Find(AttributeNames.Proposed) is null && promise.HasPlaceFor(availability)
            && (promise.SinceOf(availability) is not { } since || promise.Minimum >= since);
    }

    private static bool AsksForAnyFailure(IInvocationOperation invocation) => ErrnoTest.ResultsOf(invocation)
        .Any(static result => result.Parent is IPropertyReferenceOperation { Property.Name: ResultTypes.IsFailure });
}
