using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>HCS2011: a method with a contract is called by way of something that has none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostMarkAnalyzer : DiagnosticAnalyzer
{
    private const string Id = "HCS2011";
    private const string NobodyAsked = "whoever calls by it is asked for no proof";
    private const string NobodyKnows = "what comes out of it is taken for proven";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A contract about frames is lost",
        "{0}, and {1} does not say so: {2}",
        RuleCategories.MapTargets,
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
            if (SupportTypes.ArePresent(start.Compilation))
            {
                FrameContracts contracts = new();
                start.RegisterOperationAction(operation => InspectDelegate(operation, contracts), OperationKind.DelegateCreation);
                start.RegisterOperationAction(operation => InspectAddress(operation, contracts), OperationKind.AddressOf);
                start.RegisterSymbolAction(symbol => InspectMember(symbol, contracts), SymbolKind.Method, SymbolKind.Property);
                start.RegisterSymbolAction(symbol => InspectType(symbol, contracts), SymbolKind.NamedType);
            }
        });
    }

    /// <summary>A method, or another delegate, that is made a delegate: this one has marks of its own, or none.</summary>
    private static void InspectDelegate(OperationAnalysisContext context, FrameContracts contracts)
    {
        IDelegateCreationOperation creation = (IDelegateCreationOperation)context.Operation;
        if (creation is { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } && MethodOf(creation.Target) is { } method)
        {
            string type = creation.Type!.ToMinimalDisplayString(creation.SemanticModel!, creation.Syntax.SpanStart);
            Judge(context, creation.Target.Syntax, method, invoke, type, contracts);
        }
    }

    private static IMethodSymbol? MethodOf(IOperation target) => target switch
    {
        IMethodReferenceOperation reference => reference.Method,
        IAnonymousFunctionOperation => null, // its parameters have the marks of the delegate
        { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } => invoke,
        _ => null,
    };

    /// <summary>The address of a method: a function pointer can have no marks.</summary>
    private static void InspectAddress(OperationAnalysisContext context, FrameContracts contracts)
    {
        if (context.Operation is IAddressOfOperation { Reference: IMethodReferenceOperation { Method: { } method } }
            && method.Parameters.FirstOrDefault(contracts.Wants) is { } wanted)
        {
            Report(context, context.Operation.Syntax, Wants(context.Operation.Syntax, wanted), "a function pointer", NobodyAsked);
        }
    }

    private static void Judge(
        OperationAnalysisContext context, SyntaxNode place, IMethodSymbol method, IMethodSymbol invoke, string type, FrameContracts contracts)
    {
        // A method that extends its first argument has one parameter more than the delegate.
        int given = method.Parameters.Length - invoke.Parameters.Length;
        foreach (IParameterSymbol wanted in method.Parameters.Where(parameter => parameter.Ordinal >= given && contracts.Wants(parameter)))
        {
            if (!contracts.Wants(invoke.Parameters[wanted.Ordinal - given]))
            {
                Report(context, place, Wants(place, wanted), $"'{type}'", NobodyAsked);
            }
        }

        bool isOutLost = invoke.Parameters.Any(promised => promised.RefKind is RefKind.Out or RefKind.Ref
            && contracts.Promises(promised, promised.Type)
            && method.Parameters[promised.Ordinal + given] is { } own && !contracts.Promises(own, own.Type));
        if (isOutLost || (contracts.Promises(invoke, invoke.ReturnType) && !contracts.Promises(method, method.ReturnType)))
        {
            Report(context, place, $"'{type}' promises proven frames", $"'{place}'", NobodyKnows);
        }
    }

    private static string Wants(SyntaxNode method, IParameterSymbol wanted) => $"'{method}' wants a proven frame for '{wanted.Name}'";

    private static void Report(OperationAnalysisContext context, SyntaxNode place, string says, string other, string therefore) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, place.GetLocation(), says, other, therefore));

    /// <summary>A member that wants more than what it overrides or implements: callers by that one are not asked.</summary>
    private static void InspectMember(SymbolAnalysisContext context, FrameContracts contracts)
    {
        ImmutableArray<IParameterSymbol> parameters = context.Symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        };
        foreach (IParameterSymbol parameter in parameters.Where(contracts.Wants))
        {
            if (FrameContracts.UnmarkedModelOf(parameter) is { } model)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, parameter.Locations[0],
                    $"'{context.Symbol.ContainingType.Name}.{LastOf(context.Symbol.Name)}' wants a proven frame for '{parameter.Name}'",
                    $"'{model.ContainingType.Name}.{model.Name}'", NobodyAsked));
            }
        }

        if (context.Symbol is IPropertySymbol { SetMethod: not null } kept && contracts.Promises(kept, kept.Type) && contracts.UnmarkedModelOf(kept) is { } unmarked)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, kept.Locations[0], $"'{kept.ContainingType.Name}.{kept.Name}' holds proven frames only",
                $"'{unmarked.ContainingType.Name}.{unmarked.Name}'", "whoever sets it is asked for no proof"));
        }
    }

    /// <summary>A base's member that implements an interface which only the derived type has: the member itself knows nothing of it.</summary>
    private static void InspectType(SymbolAnalysisContext context, FrameContracts contracts)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        foreach (IMethodSymbol declared in type.Interfaces.SelectMany(static contract => contract.GetMembers().OfType<IMethodSymbol>()))
        {
            if (type.FindImplementationForInterfaceMember(declared) is IMethodSymbol { ContainingType: { } home } inherited
                && !SymbolEqualityComparer.Default.Equals(home, type) && home.TypeKind != TypeKind.Interface
                && inherited.Parameters.FirstOrDefault(parameter => contracts.Wants(parameter) && !contracts.Wants(declared.Parameters[parameter.Ordinal])) is { } wanted)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, type.Locations[0], $"'{home.Name}.{inherited.Name}' wants a proven frame for '{wanted.Name}'",
                    $"'{declared.ContainingType.Name}.{declared.Name}'", NobodyAsked));
            }
        }
    }

    /// <summary>The name without the interface that an explicit implementation puts before it.</summary>
    private static string LastOf(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
