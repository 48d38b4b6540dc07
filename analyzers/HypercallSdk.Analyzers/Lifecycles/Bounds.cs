using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>Looks for what may keep an operation from being done any number of times.</summary>
/// <param name="call">The operation's call.</param>
/// <param name="scope">The methods, or the loop, in which it may be done any number of times.</param>
/// <param name="declarations">Knows the operations.</param>
internal sealed class Bounds(OperationCall call, IReadOnlyList<IOperation> scope, OperationDeclarations declarations)
{
    private const int MaximumDepth = 8;

    /// <summary>
    /// Whether something there is held against a number of the program's own, asks somebody for leave, or undoes what is done. Answers
    /// of hypercalls are no bound, nor is a look at what was asked for.
    /// </summary>
    public bool Exist() => scope.SelectMany(static part => part.Descendants()).Any(part => part switch
    {
        IBinaryOperation comparison when IsComparison(comparison) => IsOwn(comparison.LeftOperand) || IsOwn(comparison.RightOperand),
        IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_Boolean, Instance: var instance } => !IsAnswer(instance?.Type),
        IInvocationOperation invocation => declarations.Of(invocation) is { } other ? IsUndoing(other) : AsksForLeave(invocation),
        _ => false,
    });

    private bool IsUndoing(OperationCall other) => other.Declaration.Find(AttributeNames.UsesUp) is null
        && (Inverses.MakerOf(other.Declaration) is not null || Inverses.Of(other.Declaration).Contains(call.Declaration.Name));

    /// <summary>Whether a method may refuse. One that hands out what is asked for, such as the next request in a ring, does not.</summary>
    private bool AsksForLeave(IInvocationOperation invocation) =>
        invocation.Type?.SpecialType == SpecialType.System_Boolean
        && !IsAnswer(invocation.Instance?.Type)
        && !invocation.Arguments.Any(static argument => IsAnswer(argument.Value.Type))
        && !IsOfScope(invocation.TargetMethod)
        && !IsDemand(invocation);

    /// <summary>Whether a method is looked at as well.</summary>
    private bool IsOfScope(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(place => scope.Any(part => part.Syntax == place.GetSyntax()));

    /// <summary>Whether what a method hands out says what is to be mapped, and not where.</summary>
    private bool IsDemand(IInvocationOperation invocation)
    {
        ILocalSymbol[] handed = [.. invocation.Arguments.Where(static argument => argument.Parameter?.RefKind == RefKind.Out).Select(static argument => Outputs.LocalOf(argument.Value)).OfType<ILocalSymbol>()];
        IArgumentOperation[] users = [.. call.Invocation.Arguments.Where(argument => argument.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => handed.Contains(local.Local, SymbolEqualityComparer.Default)))];
        return users.Length > 0 && users.All(argument => !SupportTypes.HoldsFrames(argument.Parameter?.Type));
    }

    private static bool IsAnswer(ITypeSymbol? type) => ResultTypes.IsResult(type) || Outputs.IsOutcome(type);

    /// <summary>Whether a value is the program's own, and no answer, no constant, and nothing that the caller says.</summary>
    private bool IsOwn(IOperation value) => IsOwn(value, MaximumDepth);

    private bool IsOwn(IOperation value, int depth) => depth > 0 && Outputs.Unconverted(value) switch
    {
        { ConstantValue.HasValue: true } => false,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => IsNumber(field.Type) && !TotalUse.SaysNothing(field, declarations) && !IsNamedValue(field.Field),
        IFieldReferenceOperation { Instance: { } whole } => IsOwn(whole, depth - 1),
        IPropertyReferenceOperation { Instance: { } whole } property => !IsAnswer(whole.Type) && IsOwnPart(whole, property, depth - 1),
        IPropertyReferenceOperation property => !IsNamedValue(property.Property),
        IInvocationOperation invocation => declarations.Of(invocation) is null && !IsAnswer(invocation.Instance?.Type),
        ILocalReferenceOperation local => LocalUse.ValuesOf(local).Any(given => IsOwn(given, depth - 1)),
        IBinaryOperation binary => IsOwn(binary.LeftOperand, depth - 1) || IsOwn(binary.RightOperand, depth - 1),
        _ => false,
    };

    private bool IsOwnPart(IOperation whole, IPropertyReferenceOperation property, int depth) => whole is IInstanceReferenceOperation ? IsNumber(property.Type)
        : whole is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } ? !TotalUse.SaysNothing(whole, declarations)
        : IsOwn(whole, depth);

    /// <summary>Whether a member is a value that the type has a name for, such as the frame that is none.</summary>
    private static bool IsNamedValue(ISymbol member) => member.IsStatic && SymbolEqualityComparer.Default.Equals(SupportTypes.TypeOf(member), member.ContainingType);

    private static bool IsNumber(ITypeSymbol? type) => type is { TypeKind: TypeKind.Struct, SpecialType: not SpecialType.System_Boolean };

    private static bool IsComparison(IBinaryOperation binary) => binary.OperatorKind
        is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
}
