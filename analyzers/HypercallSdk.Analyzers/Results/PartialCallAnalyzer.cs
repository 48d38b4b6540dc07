using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>HCS4008: a call may fail when a part of it is done, and nobody takes that part back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialCallAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS4008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A part that was done is left behind",
        "{0} may fail by -{1} when only a part was done, and that part stays: take it back by {2} before the frames serve anything else",
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
        IInvocationOperation invocation = (IInvocationOperation)context.Operation;
        if (declarations.Of(invocation) is { } call && call.Declaration.Find(AttributeNames.PartialOn) is { ConstructorArguments: [{ } errno, { Value: string inverse }] }
            && BufferOf(call) is { } buffer && IsOurs(buffer) && !IsHandedOn(invocation, buffer, inverse, declarations))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, invocation.Syntax.GetLocation(), call.Name, NameOf(errno), inverse));
        }
    }

    /// <summary>The frames that are mapped at; null when the call only asks how many there are.</summary>
    private static IOperation? BufferOf(OperationCall call) =>
        call.Declaration.Parameters.FirstOrDefault(static parameter => parameter.Find(AttributeNames.MapTarget) is not null) is { } target
        && call.Argument(target) is { } buffer && Outputs.Unconverted(buffer) is { ConstantValue.HasValue: false } frames
            ? frames
            : null;

    /// <summary>Whether the frames are the method's own: who gave them gets the answer, and may take them back himself.</summary>
    private static bool IsOurs(IOperation frames) => frames switch
    {
        IAddressOfOperation { Reference: ILocalReferenceOperation } => true,
        ILocalReferenceOperation local => !LocalUse.ValuesOf(local).Any(static value => value.DescendantsAndSelf().Any(static part =>
            part is IParameterReferenceOperation or IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: null or IInstanceReferenceOperation })),
        _ => false,
    };

    /// <summary>Whether the result or the frames go to somebody else, or the method itself takes something back.</summary>
    private static bool IsHandedOn(IInvocationOperation invocation, IOperation buffer, string inverse, OperationDeclarations declarations) =>
        ErrnoTest.ResultsOf(invocation).Any(static result => LocalUse.Whole(result).Parent is IReturnOperation or IArgumentOperation)
        || LocalUse.Root(invocation).DescendantsAndSelf().OfType<IInvocationOperation>().Any(other => declarations.Of(other) is { } call
            ? call.Name == inverse
            : other.Arguments.Any(argument => argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => IsOf(local, buffer))));

    private static bool IsOf(ILocalReferenceOperation local, IOperation buffer) => buffer.DescendantsAndSelf()
        .OfType<ILocalReferenceOperation>()
        .Any(own => SymbolEqualityComparer.Default.Equals(own.Local, local.Local));

    private static string? NameOf(TypedConstant errno) => errno.Type?.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(field => Equals(field.ConstantValue, errno.Value))?.Name;
}
