using System;
using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Arguments;

/// <summary>The one number that an argument is known to be.</summary>
/// <param name="statics">Knows what members are that never change.</param>
internal sealed class ArgumentConstant(StaticInitializers statics)
{
    private const int MaximumDepth = 16;

    /// <summary>The number; null when it is none, or not known.</summary>
    public ulong? Of(IOperation? argument) => Resolve(argument, MaximumDepth)?.ConstantValue is { HasValue: true, Value: { } value } ? Number(value) : null;

    /// <summary>The constant by whose name an argument is known; null when it has none.</summary>
    public IFieldSymbol? NamedBy(IOperation? argument) => Resolve(argument, MaximumDepth) switch
    {
        IFieldReferenceOperation { Field: { IsConst: true } constant } => constant,
        { ConstantValue: { HasValue: true, Value: { } value } } when argument?.Type is { TypeKind: TypeKind.Enum } type => Named(type, value),
        _ => null,
    };

    /// <summary>The enum's constant that a number stands for; null when none or several have it.</summary>
    public static IFieldSymbol? Named(ITypeSymbol type, object value) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(member => member.ConstantValue is { } known && Number(known) == Number(value))
        .ToList() is [{ } only] ? only : null;

    /// <summary>Goes to the constant itself, through conversions, types with one number in them, and what never changes.</summary>
    private IOperation? Resolve(IOperation? operation, int depth) => depth == 0 ? null : operation switch
    {
        IConversionOperation { OperatorMethod: { } method } conversion =>
            IsWrapper(method.ReturnType) ? Resolve(conversion.Operand, depth - 1) : null,
        IConversionOperation conversion when conversion.Operand is IFieldReferenceOperation or IConversionOperation || !conversion.ConstantValue.HasValue =>
            Resolve(conversion.Operand, depth - 1),
        { ConstantValue.HasValue: true } => operation,
        IObjectCreationOperation { Arguments: [{ Value: { } only }] } creation when IsWrapper(creation.Type) => Resolve(only, depth - 1),
        ILocalReferenceOperation local => Resolve(LocalUse.OnlyValueOf(local), depth - 1),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => Resolve(statics.Find(property), depth - 1),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => Resolve(statics.Find(field), depth - 1),
        _ => null,
    };

    /// <summary>Whether a type is a struct around one number, as <c>DomId</c> and <c>XenULong</c> are.</summary>
    private static bool IsWrapper(ITypeSymbol? type) => type is { IsValueType: true, TypeKind: TypeKind.Struct };

    private static ulong? Number(object value) => value switch
    {
        ulong number => number,
        long or int or short or sbyte => unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        uint or ushort or byte => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
