using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Arguments;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>HCS5008: a table that grows to the index that is asked for is mapped from the lowest index on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableGrowthAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS5008";
    private const string GrownBy = "GrownBy";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A table is mapped from its lowest index on",
        "{0} makes Xen grow the table to each index that is new, and '{1}' rises: begin with the highest one, and it grows once",
        RuleCategories.Lifecycles,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        ArgumentConstant constants = new(new StaticInitializers(start.Compilation));
        start.RegisterOperationAction(
            operation =>
            {
                if (declarations.Of((IInvocationOperation)operation.Operation) is { } call)
                {
                    Inspect(operation, call, declarations, constants);
                }
            },
            OperationKind.Invocation);
    }

    private static void Inspect(OperationAnalysisContext context, OperationCall call, OperationDeclarations declarations, ArgumentConstant constants)
    {
        foreach (IFieldSymbol table in TablesOf(call, constants))
        {
            foreach (AttributeData mark in table.GetAttributes().Where(static attribute => attribute.AttributeClass?.IsNamed(AttributeNames.HighestFirst) == true))
            {
                IParameterSymbol? parameter = call.Declaration.Parameters.FirstOrDefault(declared => declared.Name == mark.Text(0));
                if (parameter is not null && call.Argument(parameter) is { } index && RisingIndex.Of(index) is { } rising
                    && !IsGrownBefore(rising.Loop, table, mark.Named(GrownBy) as string, declarations, constants))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, index.Syntax.GetLocation(), call.Name, rising.Variable.Name));
                }
            }
        }
    }

    private static IFieldSymbol[] TablesOf(OperationCall call, ArgumentConstant constants) =>
        [.. call.Invocation.Arguments.Select(argument => constants.NamedBy(argument.Value)).OfType<IFieldSymbol>()];

    /// <summary>Whether the method sees to the table's size before it comes to a loop: by an operation for that, or by the highest index.</summary>
    private static bool IsGrownBefore(
        ILoopOperation loop, IFieldSymbol table, string? grownBy, OperationDeclarations declarations, ArgumentConstant constants) =>
        Results.LocalUse.Root(loop).Descendants().OfType<IInvocationOperation>()
            .Where(earlier => earlier.Syntax.SpanStart < loop.Syntax.SpanStart)
            .Select(declarations.Of)
            .OfType<OperationCall>()
            .Any(earlier => earlier.Name == grownBy || TablesOf(earlier, constants).Contains(table, SymbolEqualityComparer.Default));
}
