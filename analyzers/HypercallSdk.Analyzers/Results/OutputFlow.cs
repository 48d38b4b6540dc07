using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Flow;
using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>Finds the reads of what a call has the hypervisor write, before anybody knows whether it was written.</summary>
/// <param name="declarations">Knows the operations.</param>
internal sealed class OutputFlow(OperationDeclarations declarations) : ForwardFlow<OutputState>
{
    private readonly HashSet<SyntaxNode> _reported = [];
    private readonly HashSet<(SyntaxNode Call, ILocalSymbol Local)> _kept = [];

    /// <summary>The reads: where, of which local, written by which call, and whether that call is known to have failed.</summary>
    public List<(SyntaxNode Place, ILocalSymbol Local, bool HasFailed)> Reads { get; } = [];

    /// <inheritdoc/>
    protected override OutputState Join(OutputState left, OutputState right) => left.Join(right);

    /// <inheritdoc/>
    protected override OutputState InLambda(OutputState state) => OutputState.None; // it may run after the result was examined

    /// <inheritdoc/>
    protected override OutputState InLocalFunction(OutputState entry) => OutputState.None;

    /// <inheritdoc/>
    protected override OutputState Execute(IOperation operation, OutputState state) => Follow(operation, state, report: false);

    /// <inheritdoc/>
    protected override void Visit(IOperation operation, OutputState state) => Follow(operation, state, report: true);

    /// <inheritdoc/>
    protected override OutputState Assume(IOperation condition, bool holds, OutputState state) =>
        ResultTest.Of(condition) is { } test && CallOf(test.Result, state) is { } call
            ? state.With(call, test.OnFailure == holds ? ResultPhase.Failed : ResultPhase.Examined)
            : state;

    private OutputState Follow(IOperation operation, OutputState state, bool report)
    {
        foreach (IOperation part in EvaluationOrder.Of(operation))
        {
            if (part is ILocalReferenceOperation read && IsHandedOnWithResult(read, state))
            {
                continue;
            }

            state = part switch
            {
                ILocalReferenceOperation local => Read(local, state, report),
                IInvocationOperation invocation when declarations.Of(invocation) is { } call => Called(call, state),
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment => Assigned(target.Local, assignment.Value, state),
                _ => state,
            };
        }

        return state;
    }

    private OutputState Read(ILocalReferenceOperation local, OutputState state, bool report)
    {
        if (IsWritten(local))
        {
            return state;
        }

        if (state.Results.TryGetValue(local.Local, out SyntaxNode? call))
        {
            return state.With(call, state.Phases[call] == ResultPhase.Unexamined ? ResultPhase.Examined : state.Phases[call]);
        }

        if (report && state.PhaseOf(local.Local) is { } phase && IsTooEarly(local.Local, phase, state) && _reported.Add(local.Syntax))
        {
            Reads.Add((local.Syntax, local.Local, phase == ResultPhase.Failed));
        }

        return state;
    }

    /// <summary>Whether a value and its call's result go somewhere together, as in a tuple: whoever gets both can ask.</summary>
    private static bool IsHandedOnWithResult(ILocalReferenceOperation read, OutputState state)
    {
        if (!state.Outputs.TryGetValue(read.Local, out SyntaxNode? call))
        {
            return false;
        }

        IOperation value = read;
        while (value.Parent is IConversionOperation or IArgumentOperation)
        {
            value = value.Parent;
        }

        return value.Parent is ITupleOperation or IObjectCreationOperation or IInvocationOperation
            && value.Parent.ChildOperations.Any(other => other.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
                .Any(part => state.Results.TryGetValue(part.Local, out SyntaxNode? source) && source == call));
    }

    private bool IsTooEarly(ILocalSymbol local, ResultPhase phase, OutputState state) => phase switch
    {
        ResultPhase.Unexamined => true,
        ResultPhase.Failed => !_kept.Contains((state.Outputs[local], local)),
        _ => false,
    };

    private OutputState Called(OperationCall call, OutputState state)
    {
        SyntaxNode syntax = call.Invocation.Syntax;
        if (call.Invocation.Type?.SpecialType is null or SpecialType.System_Void)
        {
            return state;
        }

        foreach ((ILocalSymbol local, bool isOut) in Outputs.Of(call))
        {
            if (!isOut)
            {
                _kept.Add((syntax, local)); // it had a value before, and some failures tell more by it
            }

            state = state.Without(local) with { Outputs = state.Outputs.SetItem(local, syntax) };
        }

        // A result that something looks at in the same expression, or hands on, may have been examined.
        bool isKept = call.Invocation.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IDiscardOperation } or IExpressionStatementOperation
            || (ResultTest.Of(call.Invocation.Parent) is not null && IsBranchedOn(call.Invocation.Parent!));
        return state with { Phases = state.Phases.SetItem(syntax, isKept ? ResultPhase.Unexamined : ResultPhase.Examined) };
    }

    private OutputState Assigned(ILocalSymbol local, IOperation value, OutputState state)
    {
        state = state.Without(local);
        SyntaxNode? call = value is IInvocationOperation invocation && declarations.Of(invocation) is not null ? invocation.Syntax : null;
        return call is not null && state.Phases.ContainsKey(call) ? state with { Results = state.Results.SetItem(local, call) } : state;
    }

    private static SyntaxNode? CallOf(IOperation result, OutputState state) => result switch
    {
        ILocalReferenceOperation local => state.Results.TryGetValue(local.Local, out SyntaxNode? call) ? call : null,
        IInvocationOperation invocation when state.Phases.ContainsKey(invocation.Syntax) => invocation.Syntax,
        _ => null,
    };

    /// <summary>Whether a condition is all that a branch depends on: then <see cref="Assume"/> sees it too.</summary>
    private static bool IsBranchedOn(IOperation condition) =>
        condition.Parent is null || (condition.Parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not && IsBranchedOn(not));

    /// <summary>Whether a reference is where something is put: what is read there is nothing.</summary>
    private static bool IsWritten(ILocalReferenceOperation local) => local.Parent switch
    {
        IFlowCaptureOperation => local.Syntax.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == local.Syntax,
        ISimpleAssignmentOperation assignment => assignment.Target == local,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref,
        IAddressOfOperation => true,
        IDeclarationExpressionOperation => true,
        _ => local.IsDeclaration,
    };
}
