using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>
/// HCS1001 and HCS1002: a number of one unit is wrapped in the type of the other. That is the one place where the types,
/// which tell frames from addresses everywhere else, take the author's word.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FrameUnitAnalyzer : OperationAnalyzer
{
    private const string AddressId = "HCS1001";
    private const string FrameId = "HCS1002";

    private static readonly DiagnosticDescriptor AddressRule = new(
        AddressId,
        "An address is taken for a frame number",
        "'{0}' is an address in bytes and {1} takes a frame number: Xen would act on the frame at 4096 times that address; shift it right by 12",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(AddressId));

    private static readonly DiagnosticDescriptor FrameRule = new(
        FrameId,
        "A frame number is taken for an address",
        "'{0}' is a frame number and {1} takes an address in bytes: Xen would act on another page, far below the one that is meant; shift it left by 12",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(FrameId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AddressRule, FrameRule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        start.RegisterOperationAction(
            static context => Inspect(context, (IObjectCreationOperation)context.Operation), OperationKind.ObjectCreation);
        start.RegisterOperationAction(
            static context => Inspect(context, (IInvocationOperation)context.Operation), OperationKind.Invocation);
    }

    private static void Inspect(OperationAnalysisContext context, IObjectCreationOperation creation) =>
        Inspect(context, creation.Type, creation.Arguments);

    /// <summary><c>Unproven</c> vouches for the place, not for the unit.</summary>
    private static void Inspect(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.TargetMethod is { IsStatic: true, Name: SupportTypes.Unproven })
        {
            Inspect(context, call.TargetMethod.ContainingType, call.Arguments);
        }
    }

    private static void Inspect(OperationAnalysisContext context, ITypeSymbol? wrapper, ImmutableArray<IArgumentOperation> arguments)
    {
        ConstantUnit? wanted = SupportTypes.UnitOf(wrapper) ?? (SupportTypes.IsFrameNumber(wrapper) ? ConstantUnit.Frame : null);
        if (wanted is not null
            && arguments.FirstOrDefault(static item => item.Parameter?.Ordinal == 0)?.Value is { } value
            && KnownUnit.Of(value) is { } unit && unit != wanted)
        {
            bool isAddress = unit == ConstantUnit.Address;
            string number = value.Syntax is BinaryExpressionSyntax or ConditionalExpressionSyntax ? $"({value.Syntax})" : value.Syntax.ToString();
            context.ReportDiagnostic(Diagnostic.Create(
                isAddress ? AddressRule : FrameRule, value.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(MendProperties.Expression, $"{number} {(isAddress ? ">>" : "<<")} 12"), value.Syntax, wrapper!.Name));
        }
    }
}
