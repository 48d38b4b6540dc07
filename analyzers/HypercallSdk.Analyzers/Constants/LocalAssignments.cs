using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.MapTargets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>
/// Finds what locals are that are assigned once and that nothing can change behind the compiler's back: no <c>ref</c>,
/// no
/// <c>out</c>, no pointer; and for arrays, whose elements anyone might write, nothing but being passed to map targets.
/// </summary>
internal sealed class LocalAssignments
{
    private readonly MapTargetParameters _targets;

    /// <param name="targets">The parameters to which arrays may be passed without their elements being changed.</param>
    public LocalAssignments(MapTargetParameters targets)
    {
        _targets = targets;
    }

    /// <summary>The value of the local.</summary>
    /// <returns>The value; none when the local can have another one.</returns>
    public IOperation? Find(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is IOperation parent)
        {
            root = parent;
        }

        IOperation? value = null;
        foreach (IOperation assigned in Assigned(reference.Local, root))
        {
            if (value is not null)
            {
                return null;
            }

            value = assigned;
        }

        HashSet<ISymbol> asked = new(SymbolEqualityComparer.Default);
        return value is not null && IsOnlyRead(reference.Local, root, asked) ? value : null;
    }

    private static IEnumerable<IOperation> Assigned(ILocalSymbol local, IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation declarator && Same(declarator.Symbol, local)
                && declarator.GetVariableInitializer() is IVariableInitializerOperation initializer)
            {
                yield return initializer.Value;
            }
            else if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment
                && Same(target.Local, local))
            {
                yield return assignment.Value;
            }
        }
    }

    private bool IsOnlyRead(ILocalSymbol local, IOperation root, HashSet<ISymbol> asked)
    {
        if (local.RefKind != RefKind.None)
        {
            return false;
        }

        if (!asked.Add(local))
        {
            return true;
        }

        bool isList = IsList(local.Type);
        return root.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
            .Where(reference => Same(reference.Local, local))
            .All(reference => IsAssigned(reference)
                || (isList ? IsListKept(reference, root, asked) : IsKept(reference)));
    }

    private static bool IsAssigned(ILocalReferenceOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == reference;

    /// <summary>Whether this use leaves a single value as it is.</summary>
    private bool IsKept(ILocalReferenceOperation reference) => reference.Parent switch
    {
        _ when reference.IsDeclaration => false,
        IArgumentOperation argument => argument.Parameter?.RefKind is not (null or RefKind.Ref or RefKind.Out),
        ICompoundAssignmentOperation assignment => assignment.Target != reference,
        ICoalesceAssignmentOperation assignment => assignment.Target != reference,
        IIncrementOrDecrementOperation or ITupleOperation => false,
        ISimpleAssignmentOperation { IsRef: true } => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation alias } =>
            alias.Symbol.RefKind == RefKind.None,
        IAddressOfOperation address => IsPassedToTarget(address),
        { Kind: OperationKind.None } unknown => ElementList.IsElementList(unknown.Syntax),
        _ => true,
    };

    /// <summary>Whether this use leaves an array's elements as they are.</summary>
    private bool IsListKept(ILocalReferenceOperation reference, IOperation root, HashSet<ISymbol> asked)
    {
        IOperation use = Unconverted(reference);
        return use.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation alias } =>
                IsList(alias.Symbol.Type) && IsOnlyRead(alias.Symbol, root, asked),
            IPropertyReferenceOperation property => property.Property.Name == "Length",
            _ => IsPassedToTarget(use),
        };
    }

    private bool IsPassedToTarget(IOperation value) =>
        Unconverted(value).Parent is IArgumentOperation { Parameter: IParameterSymbol parameter }
        && _targets.Contain(parameter);

    /// <summary>The outermost conversion of a value; the pinning of a <c>fixed</c> counts as one.</summary>
    private static IOperation Unconverted(IOperation value)
    {
        while (value.Parent is IOperation outer && (outer is IConversionOperation || ElementList.IsPinning(outer)))
        {
            value = outer;
        }

        return value;
    }

    private static bool IsList(ITypeSymbol type) =>
        SupportTypes.ElementUnitOf(type) is not null && SupportTypes.UnitOf(type) is null
        && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    private static bool Same(ILocalSymbol left, ILocalSymbol right) =>
        SymbolEqualityComparer.Default.Equals(left, right);
}
