using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>
/// Finds the constants that an expression can have: one for each branch, and for an array one for each element.
/// Whatever is not constant yields nothing, and so does <c>Unproven</c>, by which the author vouches.
/// </summary>
internal sealed class ConstantEvaluator
{
    // Ordinary expressions take a few dozen steps. Chains of locals that double their branches would take 2^n.
    private const int MaximumSteps = 4096;
    private const int MaximumDepth = 128;

    private readonly VariableValues _variables;
    private readonly HashSet<ISymbol> _following = new(SymbolEqualityComparer.Default);
    private int _steps;
    private int _depth;

    private ConstantEvaluator(VariableValues variables)
    {
        _variables = variables;
    }

    /// <summary>The distinct frames and addresses that an expression can be or hold.</summary>
    public static IReadOnlyList<Constant> FramesIn(IOperation expression, VariableValues variables) =>
        [.. new ConstantEvaluator(variables).Evaluate(expression)
            .Where(static constant => constant.Unit != ConstantUnit.None)
            .Distinct()];

    private Constant[] Evaluate(IOperation? operation)
    {
        if (operation is null || _depth == MaximumDepth || _steps == MaximumSteps)
        {
            return [];
        }

        _steps++;
        _depth++;
        Constant[] constants = EvaluateAny(operation);
        _depth--;
        return constants;
    }

    private Constant[] EvaluateAny(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: object value } } => Integer(value),
        IConversionOperation conversion => Convert(conversion),
        IObjectCreationOperation creation => Create(creation),
        IDefaultValueOperation => Zero(operation.Type),
        IFieldReferenceOperation field => Read(field),
        IPropertyReferenceOperation property => Read(property),
        ILocalReferenceOperation local => Follow(local.Local, _variables.Of(local)),
        IBinaryOperation binary => Combine(binary),
        _ => All(Parts(operation)),
    };

    /// <summary>The operations one of which, or each of which, is the value.</summary>
    private static IEnumerable<IOperation?> Parts(IOperation operation) => operation switch
    {
        IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool taken } } choice =>
            [taken ? choice.WhenTrue : choice.WhenFalse],
        IConditionalOperation choice => [choice.WhenTrue, choice.WhenFalse],
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Value),
        ICoalesceOperation choice => [choice.Value, choice.WhenNull],
        ISimpleAssignmentOperation assignment => [assignment.Value],
        IArrayCreationOperation { Initializer: IArrayInitializerOperation elements } => elements.ElementValues,
        IArrayInitializerOperation elements => elements.ElementValues,
        IAddressOfOperation address => [address.Reference],
        _ => ElementList.Of(operation),
    };

    private Constant[] All(IEnumerable<IOperation?> operations) => [.. operations.SelectMany(Evaluate)];

    private static Constant[] Integer(object value) => value switch
    {
        ulong number => [new(ConstantUnit.None, number)],
        long number => [new(ConstantUnit.None, number)],
        uint or int or ushort or short or byte or sbyte =>
            [new(ConstantUnit.None, System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture))],
        char character => [new(ConstantUnit.None, (int)character)],
        _ => [],
    };

    private static Constant[] Zero(ITypeSymbol? type) =>
        SupportTypes.UnitOf(type) is ConstantUnit unit ? [new(unit, BigInteger.Zero)] : [];

    private Constant[] Convert(IConversionOperation conversion)
    {
        ConstantUnit? wanted = SupportTypes.ElementUnitOf(conversion.Type);
        List<Constant> converted = [];
        foreach (Constant constant in Evaluate(conversion.Operand))
        {
            if (constant.Unit == wanted)
            {
                converted.Add(constant);
            }
            else if (constant.Unit == ConstantUnit.None && conversion.OperatorMethod is null
                && IntegerArithmetic.Fit(constant.Value, conversion.Type, conversion.IsChecked) is BigInteger value)
            {
                converted.Add(new(ConstantUnit.None, value));
            }
        }

        return [.. converted];
    }

    private Constant[] Create(IObjectCreationOperation creation)
    {
        if (SupportTypes.UnitOf(creation.Type) is not ConstantUnit unit)
        {
            return creation.Arguments is [IArgumentOperation { Value: IOperation only }]
                && SupportTypes.ElementUnitOf(creation.Type) is not null ? Evaluate(only) : [];
        }

        return creation.Arguments is [IArgumentOperation number]
            ? Each(number.Value, ConstantUnit.None, constant => FrameArithmetic.Create(unit, constant.Value))
            : Zero(creation.Type);
    }

    private Constant[] Read(IFieldReferenceOperation read)
    {
        IFieldSymbol field = read.Field;
        return field.Name == SupportTypes.Value && SupportTypes.UnitOf(field.ContainingType) is ConstantUnit unit
            ? Each(read.Instance, unit, FrameArithmetic.NumberOf)
            : Follow(field, _variables.Of(field));
    }

    private Constant[] Read(IPropertyReferenceOperation read)
    {
        ConstantUnit? unit = SupportTypes.UnitOf(read.Property.ContainingType);
        return (unit, read.Property.Name) switch
        {
            (ConstantUnit.Frame, SupportTypes.Invalid) => [FrameArithmetic.Invalid],
            (ConstantUnit.Frame, SupportTypes.Address) =>
                Each(read.Instance, ConstantUnit.Frame, FrameArithmetic.AddressOf),
            (ConstantUnit.Address, SupportTypes.Frame) =>
                Each(read.Instance, ConstantUnit.Address, FrameArithmetic.FrameOf),
            _ => Follow(read.Property, _variables.Of(read.Property)),
        };
    }

    private Constant[] Each(
        IOperation? operation, ConstantUnit unit, System.Func<Constant, Constant> compute) =>
        [.. Evaluate(operation).Where(constant => constant.Unit == unit).Select(compute)];

    private Constant[] Follow(ISymbol variable, IOperation? value)
    {
        if (value is null || !_following.Add(variable))
        {
            return [];
        }

        Constant[] constants = Evaluate(value);
        _following.Remove(variable);
        return constants;
    }

    private Constant[] Combine(IBinaryOperation operation)
    {
        Constant[] rights = Evaluate(operation.RightOperand);
        List<Constant> results = [];
        foreach (Constant left in rights.Length == 0 ? [] : Evaluate(operation.LeftOperand))
        {
            foreach (Constant right in rights)
            {
                if (_steps < MaximumSteps && Combine(operation, left, right) is Constant result)
                {
                    _steps++;
                    results.Add(result);
                }
            }
        }

        return [.. results];
    }

    private static Constant? Combine(IBinaryOperation operation, Constant left, Constant right)
    {
        if (right.Unit != ConstantUnit.None)
        {
            return null;
        }

        if (operation.OperatorMethod is IMethodSymbol method)
        {
            return SupportTypes.UnitOf(method.ContainingType) == left.Unit
                ? FrameArithmetic.Apply(operation.OperatorKind, left, right)
                : null;
        }

        return left.Unit == ConstantUnit.None
            && IntegerArithmetic.Apply(operation, left.Value, right.Value) is BigInteger value
            ? new Constant(ConstantUnit.None, value)
            : null;
    }
}
