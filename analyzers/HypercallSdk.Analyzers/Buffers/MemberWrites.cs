using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Finds what a method writes to a member of a record that it hands on.</summary>
internal static class MemberWrites
{
    /// <summary>The values that a member is given, anywhere in the method: of <c>&amp;record</c>, or of a pointer in a local.</summary>
    public static IEnumerable<IOperation> Of(IOperation argument, string member) =>
        Outputs.Unconverted(argument) switch
        {
            IAddressOfOperation { Reference: ILocalReferenceOperation record } => To(record.Local, member, argument),
            ILocalReferenceOperation pointer => To(pointer.Local, member, argument),
            _ => [],
        };

    /// <summary>The local that a chain of members, elements and pointers begins with; null when it is something else.</summary>
    public static ILocalSymbol? RootOf(IOperation? place)
    {
        while (place is not null and not ILocalReferenceOperation)
        {
            place = place switch
            {
                IMemberReferenceOperation reference => reference.Instance,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IConversionOperation conversion => conversion.Operand,
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => Initialized(place),
                { Kind: OperationKind.None } => place.ChildOperations.FirstOrDefault(),
                _ => null,
            };
        }

        return (place as ILocalReferenceOperation)?.Local;
    }

    /// <summary>The member of the local's own that a chain leads through.</summary>
    public static string? FirstMemberOf(IOperation place)
    {
        string? first = null;
        for (IMemberReferenceOperation? next = MemberOf(place); next is not null; next = MemberOf(next.Instance))
        {
            first = next.Member.Name;
        }

        return first;
    }

    /// <summary>The member that a place is, or the fixed buffer that it is an element of.</summary>
    private static IMemberReferenceOperation? MemberOf(IOperation? place) => place is null or IMemberReferenceOperation
        ? place as IMemberReferenceOperation
        : Dereference.PointerOf(place) as IFieldReferenceOperation is { Field.IsFixedSizeBuffer: true } buffer ? buffer : null;

    private static IEnumerable<IOperation> To(ILocalSymbol local, string member, IOperation inside) =>
        LocalUse.Root(inside).DescendantsAndSelf()
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => FirstMemberOf(assignment.Target) == member
                && (SymbolEqualityComparer.Default.Equals(RootOf(assignment.Target), local) || IsInitializerOf(assignment, local)))
            .Select(static assignment => assignment.Value);

    private static IOperation? Initialized(IOperation receiver)
    {
        IOperation? at = receiver;
        while (at is not null and not IObjectOrCollectionInitializerOperation)
        {
            at = at.Parent;
        }

        return at?.Parent?.Parent is ISimpleAssignmentOperation assignment ? assignment.Target : null;
    }

    /// <summary>Whether an assignment stands in the initializer of what a local is declared with.</summary>
    private static bool IsInitializerOf(IOperation assignment, ILocalSymbol local)
    {
        for (IOperation? at = assignment.Parent; at is not null; at = at.Parent)
        {
            if (at is IVariableDeclaratorOperation declarator)
            {
                return SymbolEqualityComparer.Default.Equals(declarator.Symbol, local);
            }

            if (at is not (IObjectOrCollectionInitializerOperation or IObjectCreationOperation or IConversionOperation or IVariableInitializerOperation
                or IMemberInitializerOperation))
            {
                return false;
            }
        }

        return false;
    }
}
