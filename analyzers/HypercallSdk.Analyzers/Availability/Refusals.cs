using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Results;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>The errors by which a hypervisor says that it does not know an operation, and whether a caller asks for them.</summary>
internal static class Refusals
{
    private const string NoSuchCall = "ENOSYS";
    private const string NotSupported = "EOPNOTSUPP";

    /// <summary>All that hypercalls use for it.</summary>
    private static readonly ImmutableHashSet<string> Known = ImmutableHashSet.Create(NoSuchCall, NotSupported, "EINVAL");

    /// <summary>Whether a caller goes by the answer of an operation that may not be there.</summary>
    public static bool IsAnswerUsed(AvailabilityUse use) => use.Operation is IInvocationOperation call
        && (ErrnoTest.NamesFor(call).Any(Known.Contains) || ErrnoTest.IsJudgedElsewhere(call));

    /// <summary>
    /// Whether a caller that asks for one of the errors asks for all that may come, or takes any failure for one: by <c>IsFailure</c>, or
    /// by letting pass no error at all.
    /// </summary>
    public static bool AreAllAskedFor(AvailabilityUse use, ProjectPromise promise, AvailabilityUses uses)
    {
        if (use.Operation is not IInvocationOperation call)
        {
            return true;
        }

        ImmutableHashSet<string> asked = ErrnoTest.NamesFor(call).ToImmutableHashSet();
        return !asked.Overlaps(Known)
            || asked.IsSupersetOf(PossibleFor(use, promise, uses))
            || asked.Contains(ResultTypes.NoError)
            || ErrnoTest.IsJudgedElsewhere(call)
            || ErrnoTest.ResultsOf(call).Any(static result => result.Parent is not IPropertyReferenceOperation { Property.Name: ResultTypes.Errno });
    }

    /// <summary>HCS3006 for a use.</summary>
    public static Diagnostic Report(AvailabilityUse use, ProjectPromise promise, AvailabilityUses uses) => AvailabilityRules.OfRefusal(
        use, PossibleFor(use, promise, uses), ErrnoTest.NamesFor((IInvocationOperation)use.Operation).Where(Known.Contains));

    /// <summary>What may come: of a proposal both, for who would answer it is not known; of a hypercall that is new itself, -ENOSYS too.</summary>
    private static IEnumerable<string> PossibleFor(AvailabilityUse use, ProjectPromise promise, AvailabilityUses uses)
    {
        if (use.IsProposed)
        {
            return [NoSuchCall, NotSupported];
        }

        INamedTypeSymbol? hypercall = use.Declaration?.ContainingType;
        IEnumerable<string> declared = hypercall is null ? [] : DeclaredBy(hypercall, promise);
        bool isNewItself = hypercall is not null && promise.SinceOf(uses.AvailabilityOf(hypercall)) is { } since && !(promise.Minimum >= since);
        return isNewItself || !declared.Any() ? declared.Append(NoSuchCall).Distinct() : declared;
    }

    private static IEnumerable<string> DeclaredBy(INamedTypeSymbol hypercall, ProjectPromise promise) =>
        from attribute in hypercall.GetAttributes()
        where attribute.AttributeClass?.IsNamed(AttributeNames.UnknownOperation) == true && promise.IsMeantBy(attribute)
        let argument = attribute.ConstructorArguments.FirstOrDefault()
        let name = argument.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, argument.Value))?.Name
        where name is not null
        select name;
}
