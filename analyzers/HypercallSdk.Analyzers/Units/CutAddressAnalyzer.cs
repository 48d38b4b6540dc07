using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Units;

/// <summary>HCS1003: an address is cut to fewer bits than it has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CutAddressAnalyzer : OperationAnalyzer
{
    private const string Id = "HCS1003";
    private const int HalfOfTheBits = 32;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "An address is cut",
        "'{0}' cuts an address to {1}: memory and devices lie above 4 GiB too, and Xen would act on what is as far below as was cut away",
        RuleCategories.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleDocumentation.Uri(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, OperationDeclarations declarations) =>
        start.RegisterOperationAction(Inspect, OperationKind.Conversion);

    private static void Inspect(OperationAnalysisContext context)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion is { IsChecked: false, OperatorMethod: null } && IsNarrow(conversion.Type) && AddressIn(conversion.Operand) is { } address
            && !IsPartWanted(conversion) && !ReadsOf(address).Any(IsLookedAt))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, conversion.Syntax.GetLocation(), conversion.Syntax, conversion.Type!.ToDisplayString()));
        }
    }

    private static bool IsNarrow(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_UInt16;

    /// <summary>The number of an address, as it is or in a local that has no other; null when it is something else.</summary>
    private static IFieldReferenceOperation? AddressIn(IOperation value) => Outputs.Unconverted(value) switch
    {
        IFieldReferenceOperation { Field.Name: SupportTypes.Value } number when SupportTypes.UnitOf(number.Field.ContainingType) == ConstantUnit.Address => number,
        ILocalReferenceOperation local when LocalUse.OnlyValueOf(local) is IFieldReferenceOperation number && number != value => AddressIn(number),
        _ => null,
    };

    /// <summary>Whether the low bits are wanted for themselves: an offset within a page, the lower half of a register.</summary>
    private static bool IsPartWanted(IOperation value)
    {
        IOperation at = value;
        while (at.Parent is IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Remainder, RightOperand.ConstantValue.HasValue: true };
    }

    /// <summary>Where the method reads the number of the same address.</summary>
    private static IEnumerable<IOperation> ReadsOf(IFieldReferenceOperation address)
    {
        string text = address.Syntax.ToString();
        return LocalUse.Root(address).DescendantsAndSelf().Where(part => part switch
        {
            IFieldReferenceOperation other => other.Field.Name == SupportTypes.Value && other.Syntax.ToString() == text,
            ILocalReferenceOperation local => LocalUse.OnlyValueOf(local)?.Syntax.ToString() == text,
            _ => false,
        });
    }

    /// <summary>Whether a read asks how large the address is, or takes its other half.</summary>
    private static bool IsLookedAt(IOperation read) => read.Parent is IBinaryOperation binary && binary.OperatorKind switch
    {
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => true,
        BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => binary.RightOperand.ConstantValue is { HasValue: true, Value: HalfOfTheBits },
        _ => false,
    };
}
