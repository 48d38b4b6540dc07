using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>What a method writes to a record or a list of its own, wherever in it.</summary>
internal static class FilledMembers
{
    /// <summary>The members that a method writes; null when it writes all at once, or somebody else may.</summary>
    public static ImmutableHashSet<string>? Of(ILocalSymbol local, IOperation inside, OperationDeclarations declarations)
    {
        ImmutableHashSet<string> filled = ImmutableHashSet<string>.Empty;
        foreach (ILocalReferenceOperation reference in LocalUse.Root(inside).DescendantsAndSelf().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(reference.Local, local) || IsDeclaration(reference))
            {
                continue;
            }

            IOperation place = Outermost(reference);
            if (IsWritten(place))
            {
                if (MemberWrites.FirstMemberOf(place) is not { } member)
                {
                    return null;
                }

                filled = filled.Add(member);
            }
            else if (IsHandedOn(reference, place, declarations))
            {
                return null;
            }
        }

        return filled;
    }

    private static bool IsDeclaration(ILocalReferenceOperation reference) =>
        reference.IsDeclaration || reference.Parent is IDeclarationExpressionOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "SkipInit" } };

    /// <summary>The member, element or target of the pointer that a reference is used for.</summary>
    private static IOperation Outermost(IOperation reference)
    {
        IOperation at = reference;
        while ((at.Parent is IMemberReferenceOperation member && member.Instance == at) || (at.Parent is { } parent && Dereference.PointerOf(parent) == at))
        {
            at = at.Parent!;
        }

        return at;
    }

    private static bool IsWritten(IOperation place) => place.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == place,
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => true,
        _ => false,
    };

    /// <summary>Whether the whole of it is handed to something that may fill it; an operation that only reads it does not.</summary>
    private static bool IsHandedOn(ILocalReferenceOperation reference, IOperation place, OperationDeclarations declarations)
    {
        IOperation? at = place.Parent is IAddressOfOperation ? place.Parent : place != reference ? null : place;
        if (at is null || (at == place && place.Type is not IPointerTypeSymbol))
        {
            return place.Parent is IInvocationOperation call && call.Instance == place; // a method of its own
        }

        while (at.Parent is IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent is not IArgumentOperation { Parent: IInvocationOperation invocation } argument || !IsOnlyRead(invocation, argument, declarations);
    }

    private static bool IsOnlyRead(IInvocationOperation invocation, IArgumentOperation argument, OperationDeclarations declarations) =>
        declarations.Of(invocation) is { } operation ? !WantedMembers.Of(operation, argument).IsEmpty
        : CopyCall.Of(invocation) is { } copy && copy.From == Outputs.Unconverted(argument.Value);
}
