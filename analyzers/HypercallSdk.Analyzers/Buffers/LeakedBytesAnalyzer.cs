using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>HCS6008: a struct with bytes that nobody wrote is copied to memory that is not the method's own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeakedBytesAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS6008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Bytes that nobody wrote are copied out",
        "'{0}' goes to '{1}' with {2} that nobody wrote: what the stack held there goes along, and every domain that shares the page can read it",
        RuleCategories.Buffers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        DataModel model = DataModel.Of(ProjectPromise.Read(start.Options.AnalyzerConfigOptionsProvider).Abi ?? AbiKind.Arm64);
        start.RegisterOperationAction(operation => InspectAssignment(operation, declarations, model), OperationKind.SimpleAssignment);
        start.RegisterOperationAction(operation => InspectCall(operation, declarations, model), OperationKind.Invocation);
    }

    private static void InspectAssignment(OperationAnalysisContext context, OperationDeclarations declarations, DataModel model)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (Outputs.Unconverted(assignment.Value) is ILocalReferenceOperation local && Dereference.RootOf(assignment.Target) is { } pointer)
        {
            Judge(context, local, pointer, assignment.Target, declarations, model);
        }
    }

    private static void InspectCall(OperationAnalysisContext context, OperationDeclarations declarations, DataModel model)
    {
        if (CopyCall.Of((IInvocationOperation)context.Operation) is { } copy && LocalIn(copy.From) is { } local)
        {
            Judge(context, local, copy.To, copy.To, declarations, model);
        }
    }

    private static ILocalReferenceOperation? LocalIn(IOperation source) => source switch
    {
        IAddressOfOperation { Reference: ILocalReferenceOperation variable } => variable,
        ILocalReferenceOperation { Type.TypeKind: TypeKind.Struct } value => value,
        _ => null,
    };

    private static void Judge(
        OperationAnalysisContext context, ILocalReferenceOperation local, IOperation pointer, IOperation target, OperationDeclarations declarations, DataModel model)
    {
        if (!UnfilledMemory.IsLeftAsItWas(local.Local, local, context.ContainingSymbol) || IsOwn(pointer)
            || StructBytes.Of(local.Local.Type, model) is not { } bytes
            || FilledMembers.Of(local.Local, local, declarations) is not { } filled)
        {
            return;
        }

        int[] unwritten = [.. bytes.Without(field => filled.Contains(field.AssociatedSymbol?.Name ?? field.Name))];
        if (unwritten.Length > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), local.Local.Name, target.Syntax, Describe(unwritten)));
        }
    }

    /// <summary>Whether a pointer leads to what the method itself has on its stack, where nobody else looks.</summary>
    private static bool IsOwn(IOperation pointer) => Outputs.Unconverted(pointer) switch
    {
        IAddressOfOperation of => MemberWrites.RootOf(of.Reference) is not null,
        ILocalReferenceOperation local => LocalUse.ValuesOf(local).All(static value => value.DescendantsAndSelf().Any(static part =>
            part is IAddressOfOperation || part.Syntax is StackAllocArrayCreationExpressionSyntax)),
        IBinaryOperation sum => IsOwn(sum.LeftOperand),
        _ => false,
    };

    /// <summary>Positions as in "byte 3" and "bytes 3, 10-15".</summary>
    private static string Describe(int[] positions)
    {
        List<string> ranges = [];
        for (int i = 0, end; i < positions.Length; i = end + 1)
        {
            for (end = i; end + 1 < positions.Length && positions[end + 1] == positions[end] + 1; end++)
            {
            }

            ranges.Add(end == i ? $"{positions[i]}" : $"{positions[i]}-{positions[end]}");
        }

        return (positions.Length == 1 ? "byte " : "bytes ") + string.Join(", ", ranges);
    }
}
