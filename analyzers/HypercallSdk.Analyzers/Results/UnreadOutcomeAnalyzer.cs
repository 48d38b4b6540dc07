using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4005: nobody looks at what became of a call's parts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadOutcomeAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The outcome of a part of a hypercall is not read",
        "Nothing reads {0} of {1}: its result says only that the hypervisor took the call, and is 0 even if nothing was done",
        RuleCategories.Results,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(operation => Inspect(operation, declarations), OperationKind.Invocation);

    private static void Inspect(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        if (declarations.Of((IInvocationOperation)context.Operation) is not { } call)
        {
            return;
        }

        foreach ((IArgumentOperation argument, IParameterSymbol declared) in Outputs.OutcomesOf(call))
        {
            if (IsUnread(argument))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), $"'{declared.Name}'", call.Name));
            }
        }

        foreach (IArgumentOperation argument in call.Invocation.Arguments.Where(argument => call.Declared(argument) is null))
        {
            if (UnreadMember(argument) is { } member)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), $"'{member.Name}' in the elements", call.Name));
            }
        }
    }

    /// <summary>Whether an outcome is discarded, or goes where nothing else of the method looks.</summary>
    private static bool IsUnread(IArgumentOperation argument) => Outputs.Unconverted(argument.Value) switch
    {
        IDiscardOperation => true,
        IDeclarationExpressionOperation { Expression: IDiscardOperation } => true,
        IAddressOfOperation { Reference: ILocalReferenceOperation local } => IsOnlyUse(local),
        ILocalReferenceOperation local => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref
            ? !LocalUse.ReadsOf(local.Local, local).Any(read => read.Syntax != local.Syntax)
            : IsOnlyUse(local),
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => !LocalUse.ReadsOf(declared.Local, declared).Any(),
        _ => false,
    };

    /// <summary>
    /// Whether a buffer is used for this call and nothing else. A pointer into another buffer of the method's counts as that; one from
    /// anywhere else has an owner who may look.
    /// </summary>
    private static bool IsOnlyUse(ILocalReferenceOperation local)
    {
        if (LocalUse.ReadsOf(local.Local, local).Any(read => read.Syntax != local.Syntax))
        {
            return false;
        }

        IOperation? origin = LocalUse.Root(local).DescendantsAndSelf().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))?
            .GetVariableInitializer()?.Value;
        ILocalReferenceOperation? pinned = origin?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().FirstOrDefault();
        return pinned is not null ? IsOnlyUse(pinned) : !IsOfAnotherOwner(origin);
    }

    private static bool IsOfAnotherOwner(IOperation? origin) => origin is not null
        && Outputs.Unconverted(origin) is not IArrayCreationOperation
        && origin.Syntax is not (StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax)
        && origin.DescendantsAndSelf().Any(static part => part is IParameterReferenceOperation or IInvocationOperation
            or IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol });

    /// <summary>The outcome in the elements of an array of operations, if the array is this method's and it reads none of its outcomes.</summary>
    private static IFieldSymbol? UnreadMember(IArgumentOperation argument)
    {
        ILocalReferenceOperation? local = Outputs.Unconverted(argument.Value) switch
        {
            IAddressOfOperation { Reference: ILocalReferenceOperation single } => single,
            ILocalReferenceOperation pointer => pointer,
            _ => null,
        };
        if (local is null || (argument.Value.Type as IPointerTypeSymbol)?.PointedAtType is not INamedTypeSymbol element
            || element.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(static field => Outputs.IsOutcome(field.Type)) is not { } outcome)
        {
            return null;
        }

        IOperation root = LocalUse.Root(local);
        bool isRead = root.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Any(field =>
            SymbolEqualityComparer.Default.Equals(field.Field, outcome) && !(field.Parent is ISimpleAssignmentOperation assignment && assignment.Target == field));
        bool isHandedOn = LocalUse.ReadsOf(local.Local, local).Any(read => read.Syntax != local.Syntax && IsHandedOn(read));
        IOperation? origin = LocalUse.OnlyValueOf(local.Local, root);
        return isRead || isHandedOn || IsOfAnotherOwner(origin) || origin?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any() == true
            ? null
            : outcome;
    }

    /// <summary>Whether a use gives somebody else the array, who may look.</summary>
    private static bool IsHandedOn(ILocalReferenceOperation read)
    {
        IOperation? parent = read.Parent;
        while (parent is IConversionOperation or IAddressOfOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation or IReturnOperation or IVariableInitializerOperation
            || (parent is ISimpleAssignmentOperation assignment && assignment.Value.DescendantsAndSelf().Contains(read));
    }
}
