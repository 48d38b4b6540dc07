using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Options;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>HCS1004: a unit is converted in 32 bits, and what is left of it widened.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LateWideningAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS1004";

    /// <summary>The smallest factor that converts a unit: 256 pages to the megabyte.</summary>
    private const int UnitShift = 8;

    /// <summary>From local to local; one may be given itself.</summary>
    private const int MaximumDepth = 3;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A unit is converted in too few bits",
        "'{0}' is computed in 32 bits and widened afterwards: what does not fit is lost, and {1} gets a number that is too small; widen first",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(operation => Inspect(operation, declarations), OperationKind.Conversion);

    private static void Inspect(OperationAnalysisContext context, OperationDeclarations declarations)
    {
        IConversionOperation widening = (IConversionOperation)context.Operation;
        if (widening is { OperatorMethod: null, Type.SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 }
            && Outputs.Unconverted(widening.Operand) is IBinaryOperation { OperatorMethod: null, IsChecked: false } product && Is32Bits(product.Type)
            && MayBeCut(product, NamesIn(context)) && UserOf(widening, declarations, MaximumDepth) is { } user)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, product.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(MendProperties.Expression, Widened(product)), product.Syntax, user));
        }
    }

    private static bool MayBeCut(IBinaryOperation product, ImmutableArray<string> indexNames)
    {
        (IOperation number, IOperation factor) = ScaledNumber.Of(product);
        return Shift(product.OperatorKind, factor) is { } shift and >= UnitShift && WidthOf(number) + shift > BitsOf(product.Type)
            && !IsIndex(number, indexNames) && !IsHeldToBound(number);
    }

    /// <summary>How people call a place in a table.</summary>
    private static ImmutableArray<string> NamesIn(OperationAnalysisContext context) =>
        RuleOptions.IndexNames.In(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree));

    /// <summary>Whether a number is named as one that counts places in something small.</summary>
    private static bool IsIndex(IOperation number, ImmutableArray<string> names)
    {
        string? name = Outputs.Unconverted(number) switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation given => given.Parameter.Name,
            _ => null,
        };
        return name?.Length == 1 || names.Any(part => name?.EndsWith(part, StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <summary>Whether the method holds what is converted to a bound, as loops do: who does knows how large it is.</summary>
    private static bool IsHeldToBound(IOperation number) => Outputs.Unconverted(number) switch
    {
        ILocalReferenceOperation local => LocalUse.ReadsOf(local.Local, number).Any(UpperBound.Holds),
        IParameterReferenceOperation given => LocalUse.Root(number).DescendantsAndSelf().OfType<IParameterReferenceOperation>()
            .Any(read => SymbolEqualityComparer.Default.Equals(read.Parameter, given.Parameter) && UpperBound.Holds(read)),
        _ => false,
    };

    /// <summary>The same with the number in 64 bits.</summary>
    private static string Widened(IBinaryOperation product)
    {
        IOperation number = ScaledNumber.Of(product).Number;
        string type = product.Type!.SpecialType == SpecialType.System_UInt32 ? "ulong" : "long";
        bool isSimple = number.Syntax is IdentifierNameSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax;
        string widened = isSimple ? $"({type}){number.Syntax}" : $"({type})({number.Syntax})";
        string sign = ((BinaryExpressionSyntax)product.Syntax).OperatorToken.Text;
        return number == product.LeftOperand ? $"{widened} {sign} {product.RightOperand.Syntax}" : $"{product.LeftOperand.Syntax} {sign} {widened}";
    }

    private static bool Is32Bits(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32;

    private static int BitsOf(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_UInt32 ? 32 : 31;

    /// <summary>How far a constant factor moves a number to the left; null when there is none.</summary>
    private static int? Shift(BinaryOperatorKind kind, IOperation factor) => (kind, factor.ConstantValue) switch
    {
        (BinaryOperatorKind.LeftShift, { HasValue: true, Value: int shift }) => shift & 31,
        (BinaryOperatorKind.Multiply, { HasValue: true, Value: int and > 0 or uint } constant) => Log2(Convert.ToUInt64(constant.Value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static int Log2(ulong factor)
    {
        int log = 0;
        while ((factor >>= 1) != 0)
        {
            log++;
        }

        return log;
    }

    /// <summary>How many bits a number may have, as far as its expression shows.</summary>
    private static int WidthOf(IOperation number)
    {
        IOperation whole = Outputs.Unconverted(number);
        return whole switch
        {
            { ConstantValue: { HasValue: true, Value: int or uint } constant } =>
                Log2(unchecked((uint)Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture))) + 1,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.And } mask when mask.RightOperand.ConstantValue.HasValue => WidthOf(mask.RightOperand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.RightShift, RightOperand.ConstantValue: { HasValue: true, Value: int shift } } =>
                32 - (shift & 31),
            _ => whole.Type?.SpecialType switch
            {
                SpecialType.System_Byte => 8,
                SpecialType.System_SByte => 7,
                SpecialType.System_UInt16 or SpecialType.System_Char => 16,
                SpecialType.System_Int16 => 15,
                SpecialType.System_Int32 => 31,
                _ => 32,
            },
        };
    }

    /// <summary>The operation or the type that a number is for, by way of a local perhaps; null when it is for something else.</summary>
    private static string? UserOf(IOperation number, OperationDeclarations declarations, int depth)
    {
        IOperation at = number;
        while (at.Parent is IConversionOperation or IBinaryOperation { OperatorMethod: null })
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation invocation } => declarations.Of(invocation)?.Name
                ?? (invocation.TargetMethod is { IsStatic: true, Name: SupportTypes.Unproven, ContainingType: { } type } ? NameOf(type) : null),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => NameOf(creation.Type),
            IBinaryOperation { OperatorMethod.ContainingType: { } type } => NameOf(type),
            _ => depth > 0 && LocalUse.TargetOf(at) is { } local
                ? LocalUse.ReadsOf(local, at).Select(read => UserOf(read, declarations, depth - 1)).FirstOrDefault(static user => user is not null)
                : null,
        };
    }

    private static string? NameOf(ITypeSymbol? type) => SupportTypes.UnitOf(type) is not null || SupportTypes.IsFrameNumber(type) ? type!.Name : null;
}
