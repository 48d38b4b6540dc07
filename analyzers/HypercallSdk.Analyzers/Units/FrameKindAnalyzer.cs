using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Model;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>HCS1007: the number of a frame is wrapped in the type of another numbering, which the compiler takes the author's word for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FrameKindAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS1007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A frame of one numbering is taken for one of another",
        "'{0}' numbers {1}, and {2} {3}: Xen would act on whatever frame has the same number there",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations)
    {
        FrameKind same = SameIn(ProjectPromise.Read(start.Options.AnalyzerConfigOptionsProvider).Guest);
        start.RegisterOperationAction(context => Inspect(context, same), OperationKind.ObjectCreation);
    }

    /// <summary>
    /// The two numberings that are one in the project's guests. A translated guest counts its memory by guest frames; what Xen calls a
    /// guest frame of a PV guest is the machine's. Of guests of either sort the guest's own counting is still its address space's in most.
    /// </summary>
    private static FrameKind SameIn(GuestSet guests) => guests == GuestSet.Pv ? FrameKind.Guest | FrameKind.Machine : FrameKind.Guest | FrameKind.Pseudo;

    private static void Inspect(OperationAnalysisContext context, FrameKind same)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (KnownKind.OfType(creation.Type) is not FrameKind.None and var wanted && creation.Arguments.FirstOrDefault()?.Value is { } value
            && KnownKind.Of(value) is not FrameKind.None and var kind && kind != wanted && (kind | wanted) != same)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), value.Syntax, Text(kind), creation.Type!.Name, Text(wanted)));
        }
    }

    private static string Text(FrameKind kind) => kind switch
    {
        FrameKind.Machine => "the machine's frames",
        FrameKind.Pseudo => "what a PV guest counts as its own",
        _ => "the guest's frames",
    };
}
