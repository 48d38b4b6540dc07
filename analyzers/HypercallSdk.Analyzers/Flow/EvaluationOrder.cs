using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HypercallSdk.Analyzers.Flow;

/// <summary>The order in which the parts of an operation are evaluated.</summary>
internal static class EvaluationOrder
{
    /// <summary>The parts of an operation, what is in something before it; not those of lambdas, which run at another time.</summary>
    public static IEnumerable<IOperation> Of(IOperation operation)
    {
        if (operation is not IFlowAnonymousFunctionOperation)
        {
            foreach (IOperation part in operation.ChildOperations.SelectMany(Of))
            {
                yield return part;
            }
        }

        yield return operation;
    }
}
