using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Options;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>HCS1005: frames of Xen's are converted by the size of the kernel's pages.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PageSizeAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS1005";
    private const int PageShift = 12;

    /// <summary>The largest pages that a kernel has for all of its memory: 64 KiB.</summary>
    private const int LargestShift = 16;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Frames are converted by another page size than Xen's",
        "'{0}' converts by pages of {1}: Xen's frames have 4 KiB, whatever the kernel's pages are",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(Inspect, OperationKind.Binary);

    private static void Inspect(OperationAnalysisContext context)
    {
        IBinaryOperation conversion = (IBinaryOperation)context.Operation;
        if (conversion.OperatorMethod is null && PageSizeIn(conversion) is { } size && IsOfFrames(conversion, NamesIn(context)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, conversion.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(MendProperties.Expression, Mended(conversion)),
                conversion.Syntax, size));
        }
    }

    /// <summary>The same by Xen's page size.</summary>
    private static string Mended(IBinaryOperation conversion)
    {
        bool isShift = conversion.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        string factor = (isShift ? PageShift : 1 << PageShift).ToString(CultureInfo.InvariantCulture);
        string sign = ((BinaryExpressionSyntax)conversion.Syntax).OperatorToken.Text;
        IOperation number = ScaledNumber.Of(conversion).Number;
        return number == conversion.LeftOperand ? $"{number.Syntax} {sign} {factor}" : $"{factor} {sign} {number.Syntax}";
    }

    /// <summary>Whether what is converted counts frames, or becomes a frame's number.</summary>
    private static bool IsOfFrames(IBinaryOperation conversion, ImmutableArray<string> names)
    {
        IOperation number = ScaledNumber.Of(conversion).Number;
        return conversion.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.Multiply
            ? KnownUnit.Of(number) == ConstantUnit.Frame || (IsNamedSo(number, names) && BecomesAddress(conversion))
            : KnownUnit.Of(number) == ConstantUnit.Address && BecomesFrame(conversion);
    }

    /// <summary>What people call Xen's frames when they count them.</summary>
    private static ImmutableArray<string> NamesIn(OperationAnalysisContext context) =>
        RuleOptions.FrameNames.In(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree));

    private static bool IsNamedSo(IOperation count, ImmutableArray<string> names)
    {
        string? name = Outputs.Unconverted(count) switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => null,
        };
        return name == "FrameCount" || names.Any(part => name?.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static bool BecomesAddress(IOperation bytes) => Whole(bytes).Parent switch
    {
        IBinaryOperation { OperatorMethod.ContainingType: { } type } => SupportTypes.UnitOf(type) == ConstantUnit.Address,
        IArgumentOperation { Parent: IObjectCreationOperation creation } => SupportTypes.UnitOf(creation.Type) == ConstantUnit.Address,
        _ => false,
    };

    private static bool BecomesFrame(IOperation number) =>
        Whole(number).Parent is IArgumentOperation { Parent: IObjectCreationOperation creation } && SupportTypes.IsFrameNumber(creation.Type);

    /// <summary>A number with all that is added to it.</summary>
    private static IOperation Whole(IOperation number)
    {
        IOperation whole = number;
        while (whole.Parent is IConversionOperation { OperatorMethod: null } or IBinaryOperation { OperatorMethod: null })
        {
            whole = whole.Parent;
        }

        return whole;
    }

    /// <summary>The size of the pages that a conversion goes by, when it is not Xen's; null when it goes by something else.</summary>
    private static string? PageSizeIn(IBinaryOperation conversion)
    {
        IOperation factor = ScaledNumber.Of(conversion).Factor;
        return ShiftOf(conversion.OperatorKind, factor) is { } shift and > PageShift and <= LargestShift ? $"{1 << (shift - 10)} KiB"
            : conversion.OperatorKind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide && ScaledNumber.IsPageSizeOfMachine(factor) ? "the kernel's size"
            : null;
    }

    private static int? ShiftOf(BinaryOperatorKind kind, IOperation factor)
    {
        if (factor.ConstantValue is not { HasValue: true, Value: int or uint or long or ulong } constant)
        {
            return null;
        }

        decimal number = Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture);
        return kind switch
        {
            BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => (int)number,
            BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide => Enumerable.Range(PageShift + 1, LargestShift - PageShift)
                .Where(shift => number == 1 << shift).Select(static shift => (int?)shift).FirstOrDefault(),
            _ => null,
        };
    }
}
