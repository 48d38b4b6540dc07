using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>How a method's locals are used.</summary>
internal static class LocalUse
{
    /// <summary>The local that an operation's value is put into at once, as one of several perhaps; null when it goes elsewhere.</summary>
    public static ILocalSymbol? TargetOf(IOperation value)
    {
        value = Whole(value);
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation target } assignment when assignment.Value == value => target.Local,
            _ => null,
        };
    }

    /// <summary>The expression whose value an operation's value is in some case: <c>?:</c>, <c>??</c>, a switch, <c>?.</c>.</summary>
    public static IOperation Whole(IOperation value) => value.Parent switch
    {
        IConditionalOperation choice when choice.Condition != value && choice.Type is not null => Whole(choice),
        ICoalesceOperation choice => Whole(choice),
        IConditionalAccessOperation access when access.WhenNotNull == value => Whole(access),
        ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when arm.Value == value => Whole(choice),
        _ => value,
    };

    /// <summary>Where the method or initializer around an operation reads a local, lambdas included.</summary>
    public static IEnumerable<ILocalReferenceOperation> ReadsOf(ILocalSymbol local, IOperation inside) => Root(inside).DescendantsAndSelf()
        .OfType<ILocalReferenceOperation>()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsWritten(reference));

    /// <summary>What a local is given, where it is declared and where it is assigned to.</summary>
    public static IEnumerable<IOperation> ValuesOf(ILocalReferenceOperation reference) => Root(reference).DescendantsAndSelf()
        .Select(part => part switch
        {
            IVariableDeclaratorOperation declarator when AreSame(declarator.Symbol, reference.Local) => declarator.GetVariableInitializer()?.Value,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when AreSame(target.Local, reference.Local) => assignment.Value,
            _ => null,
        })
        .OfType<IOperation>();

    /// <summary>The value of a local that has one only; null when it may have another.</summary>
    public static IOperation? OnlyValueOf(ILocalReferenceOperation reference) => OnlyValueOf(reference.Local, Root(reference));

    /// <summary>The value of a local that has one only, in the method that is all of an operation; null when it may have another.</summary>
    public static IOperation? OnlyValueOf(ILocalSymbol local, IOperation root)
    {
        bool isOnlyRead = root.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Local, local))
            .All(static other => !IsWritten(other) && !MayBeWritten(other));
        return isOnlyRead && !local.IsRef
            ? root.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?
                .GetVariableInitializer()?.Value
            : null;
    }

    /// <summary>The outermost operation around one.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
        _ => reference.IsDeclaration,
    };

    private static bool MayBeWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref,
        ICompoundAssignmentOperation assignment => assignment.Target == reference,
        ICoalesceAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        _ => false,
    };

    private static bool AreSame(ILocalSymbol left, ILocalSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
