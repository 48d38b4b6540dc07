using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>An address that a method leaves in a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Assignment">Where it is put there.</param>
/// <param name="Memory">The memory that it is an address of.</param>
internal sealed record StoredAddress(IFieldSymbol Field, ISimpleAssignmentOperation Assignment, MemoryOrigin Memory)
{
    /// <summary>The address that an assignment leaves in a field of the type's own; null when that is none, or of memory that lasts.</summary>
    public static StoredAddress? Of(ISimpleAssignmentOperation assignment, MemoryState state)
    {
        if (assignment.Target is not IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: { Type: IPointerTypeSymbol } field })
        {
            return null;
        }

        foreach (MemoryOrigin origin in MemoryEvaluation.Of(assignment.Value, state))
        {
            if (origin.Kind is MemoryKind.Stack or MemoryKind.Fixed)
            {
                return new StoredAddress(field, assignment, origin);
            }
        }

        return null;
    }
}
