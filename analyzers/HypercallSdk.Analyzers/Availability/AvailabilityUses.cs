using System.Collections.Concurrent;
using HypercallSdk.Analyzers.Arguments;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>
/// Finds what an operation of a method uses: an operation of a hypercall, any method or constant that says where it exists. It is asked
/// concurrently, and remembers for as long as its compilation is analyzed.
/// </summary>
internal sealed class AvailabilityUses
{
    private readonly OperationDeclarations _declarations = new();
    private readonly ConcurrentDictionary<ISymbol, Model.Xen.Availability> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What is used; null when that is nothing, or exists everywhere.</summary>
    public AvailabilityUse? Of(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when _declarations.Of(invocation) is { } call => Use(
            operation, call.Name, call.Declaration, call.Declaration.Find(AttributeNames.Proposed) is not null),
        IInvocationOperation invocation => Use(operation, $"'{invocation.TargetMethod.Name}'", invocation.TargetMethod.OriginalDefinition, false),
        IFieldReferenceOperation { Field: { IsConst: true } constant } when IsAskedFor(constant) && !IsOnlyCompared(operation) =>
            Use(operation, constant),
        IConversionOperation { Type: { TypeKind: TypeKind.Enum } type, Operand: ILiteralOperation, ConstantValue: { HasValue: true, Value: { } value } }
            when ArgumentConstant.Named(type, value) is { } constant && !IsOnlyCompared(operation) => Use(operation, constant),
        _ => null,
    };

    /// <summary>Where a symbol exists: nowhere beyond the type that it is in.</summary>
    public Model.Xen.Availability AvailabilityOf(ISymbol symbol) => _known.GetOrAdd(symbol, static asked =>
    {
        Model.Xen.Availability own = AvailabilityReader.Of(asked);
        return asked.ContainingType is { } type ? own.Within(AvailabilityReader.Of(type)) : own;
    });

    private AvailabilityUse? Use(IOperation operation, IFieldSymbol constant) =>
        Use(operation, constant.Find(AttributeNames.CName)?.Text(0) is { Length: > 0 } name ? name : $"'{constant.Name}'", constant, false);

    private AvailabilityUse? Use(IOperation operation, string name, ISymbol symbol, bool isProposed)
    {
        Model.Xen.Availability availability = AvailabilityOf(symbol);
        return isProposed || !availability.Equals(Model.Xen.Availability.Everywhere)
            ? new AvailabilityUse(operation, name, availability, isProposed, symbol)
            : null;
    }

    /// <summary>Whether a constant may be one of the hypervisor's; that a record has a size asks for nothing.</summary>
    private static bool IsAskedFor(IFieldSymbol constant) =>
        constant.ContainingType is { TypeKind: TypeKind.Enum } or { IsStatic: true } || constant.Find(AttributeNames.Availability) is not null;

    /// <summary>Whether a constant is only what something is compared with: that asks the hypervisor for nothing.</summary>
    private static bool IsOnlyCompared(IOperation constant)
    {
        IOperation? parent = constant.Parent;
        while (parent is IConversionOperation or IUnaryOperation)
        {
            parent = parent.Parent;
        }

        return parent is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        } or IPatternOperation or ICaseClauseOperation or INameOfOperation;
    }
}
