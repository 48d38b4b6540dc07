using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Flow;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Follows what hypercalls write over the capacities that they are given.</summary>
/// <param name="declarations">Knows the operations.</param>
internal sealed class CapacityFlow(OperationDeclarations declarations) : ForwardFlow<CapacityState>
{
    /// <summary>The calls that are given an answer for a capacity.</summary>
    public List<CapacityUse> Uses { get; } = [];

    /// <inheritdoc/>
    protected override CapacityState Join(CapacityState left, CapacityState right) => new(left.Written.Union(right.Written));

    /// <inheritdoc/>
    protected override CapacityState InLambda(CapacityState state) => CapacityState.Empty;

    /// <inheritdoc/>
    protected override CapacityState InLocalFunction(CapacityState entry) => CapacityState.Empty;

    /// <inheritdoc/>
    protected override CapacityState Execute(IOperation operation, CapacityState state) => Follow(operation, state, report: false);

    /// <inheritdoc/>
    protected override void Visit(IOperation operation, CapacityState state) => Follow(operation, state, report: true);

    /// <summary>Who asks how large the answer is knows what it is. A loop over what was answered does not.</summary>
    protected override CapacityState Assume(IOperation condition, bool holds, CapacityState state) =>
        condition.Syntax.FirstAncestorOrSelf<StatementSyntax>() is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            ? state
            : LookedAt(condition).Aggregate(state, static (known, variable) => known.WithoutCapacity(variable));

    /// <summary>The variables that a condition is about; what an operation is given in it is none.</summary>
    private IEnumerable<ISymbol> LookedAt(IOperation condition) => condition is IInvocationOperation invocation && declarations.Of(invocation) is not null ? []
        : VariableOf(condition) is { } variable ? [variable]
        : condition.ChildOperations.SelectMany(LookedAt);

    private CapacityState Follow(IOperation operation, CapacityState state, bool report)
    {
        foreach (IOperation part in EvaluationOrder.Of(operation))
        {
            state = part switch
            {
                IInvocationOperation invocation when declarations.Of(invocation) is { } call => Called(call, state, report),
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation invocation } argument
                    when declarations.Of(invocation) is null => Changed(argument.Value, state),
                IAssignmentOperation assignment => Changed(assignment.Target, state),
                IIncrementOrDecrementOperation step => Changed(step.Target, state),
                IAddressOfOperation address => VariableOf(address.Reference) is { } variable ? state.WithoutCapacity(variable) : state,
                _ => state,
            };
        }

        return state;
    }

    private CapacityState Called(OperationCall call, CapacityState state, bool report)
    {
        foreach (IArgumentOperation argument in call.Invocation.Arguments)
        {
            if (argument.Parameter?.RefKind is not (RefKind.Ref or RefKind.Out) || VariableOf(argument.Value) is not { } capacity)
            {
                continue;
            }

            ISymbol? buffer = BufferOf(call, argument);
            WrittenCapacity before = state.Written.FirstOrDefault(known => Same(known.Capacity, capacity) && Same(known.Buffer, buffer));
            if (report && before.Capacity is not null && argument.Parameter.RefKind == RefKind.Ref)
            {
                Uses.Add(new CapacityUse(argument.Value.Syntax, call.Name, before));
            }

            state = state.WithoutCapacity(capacity);
            state = buffer is null ? state : new CapacityState(state.Written.Add(new WrittenCapacity(capacity, buffer, call.Name)));
        }

        return state;
    }

    /// <summary>The buffer that the hypervisor fills, of which an argument is the capacity; null when there is none, or no variable is it.</summary>
    private static ISymbol? BufferOf(OperationCall call, IArgumentOperation capacity) =>
        call.Declared(capacity)?.Find(AttributeNames.CountOf) is { } mark
        && call.Declaration.Parameters.FirstOrDefault(parameter => parameter.Name == mark.Text(0)) is { } buffer
        && buffer.Find(AttributeNames.Const) is null && buffer.Find(AttributeNames.MapTarget) is null
        && call.Argument(buffer) is { } given
            ? VariableOf(Outputs.Unconverted(given) is IAddressOfOperation address ? address.Reference : Outputs.Unconverted(given))
            : null;

    private static CapacityState Changed(IOperation target, CapacityState state) => VariableOf(target) is { } variable ? state.Without(variable) : state;

    private static ISymbol? VariableOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation declared => VariableOf(declared.Expression),
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
