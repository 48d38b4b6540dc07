using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Looks for what an inverse leaves, because a parameter of its own is 0.</summary>
internal static class Parts
{
    /// <summary>The argument that is 0 and must not be; null when all is undone that is known to be there.</summary>
    public static IArgumentOperation? LeftBy(OperationCall inverse, IMethodSymbol maker, OperationCall? made)
    {
        (IParameterSymbol Flags, IFieldSymbol Constant, string Parameter)[] parts = [.. Inverses.Parts(maker)];
        IArgumentOperation[] zeros =
        [
            .. inverse.Invocation.Arguments
                .Where(argument => parts.Any(part => part.Parameter == argument.Parameter?.Name) && IsZero(argument.Value)),
        ];
        return parts.Length > 0 && zeros.Length == parts.Length ? zeros[0] : Asked(parts, made, zeros);
    }

    /// <summary>The first argument that is 0, of those that undo what a call has asked for by its constants.</summary>
    private static IArgumentOperation? Asked(
        IEnumerable<(IParameterSymbol Flags, IFieldSymbol Constant, string Parameter)> parts, OperationCall? made, IArgumentOperation[] zeros) => (
        from part in parts
        from zero in zeros
        where zero.Parameter?.Name == part.Parameter && made?.Argument(part.Flags)?.ConstantValue is { HasValue: true, Value: { } flags }
            && Has(flags, part.Constant.ConstantValue)
        select zero).FirstOrDefault();

    private static bool Has(object flags, object? constant) =>
        flags is IConvertible && constant is IConvertible && (Bits(flags) & Bits(constant)) != 0;

    private static ulong Bits(object value) => value is sbyte or short or int or long
        ? unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture))
        : Convert.ToUInt64(value, CultureInfo.InvariantCulture);

    private static bool IsZero(IOperation value) => Outputs.Unconverted(value) switch
    {
        { ConstantValue: { HasValue: true, Value: { } number } } => OutcomeTest.IsZero(number),
        IDefaultValueOperation => true,
        IObjectCreationOperation { Arguments: var arguments } => arguments.All(static argument => IsZero(argument.Value)),
        _ => false,
    };
}
