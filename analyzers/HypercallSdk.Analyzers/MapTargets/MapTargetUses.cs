using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Provenance;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>Finds out cheaply whether following the frames of a method can find anything at all.</summary>
internal static class MapTargetUses
{
    /// <summary>Whether anything in the method wants proof.</summary>
    /// <param name="root">The method.</param>
    /// <param name="owner">Its symbol.</param>
    /// <param name="contracts">Which places want proof.</param>
    public static bool Are(IOperation root, ISymbol owner, FrameContracts contracts) =>
        (owner is IMethodSymbol method && contracts.Promises(method, method.ReturnType))
        || (owner is IFieldSymbol field && contracts.Promises(field, field.Type))
        || (owner is IPropertySymbol property && contracts.Promises(property, property.Type))
        || root.DescendantsAndSelf().Any(operation => Wants(operation, contracts));

    private static bool Wants(IOperation operation, FrameContracts contracts) => operation switch
    {
        IInvocationOperation call => Wants(call.Arguments, contracts) || IsOn(call.Instance, contracts),
        IObjectCreationOperation creation => Wants(creation.Arguments, contracts),
        IPropertyReferenceOperation property => Wants(property.Arguments, contracts) || Promises(operation, contracts),
        IFieldReferenceOperation or IParameterReferenceOperation => Promises(operation, contracts),
        ILocalFunctionOperation function => contracts.Promises(function.Symbol, function.Symbol.ReturnType),
        IAnonymousFunctionOperation lambda => contracts.Promises(lambda.Symbol, lambda.Symbol.ReturnType),
        _ => false,
    };

    private static bool Wants(ImmutableArray<IArgumentOperation> arguments, FrameContracts contracts) =>
        arguments.Any(argument => argument.Parameter is IParameterSymbol parameter && contracts.Wants(parameter));

    /// <summary>Whether an element may go into an object that holds proven ones.</summary>
    private static bool IsOn(IOperation? instance, FrameContracts contracts) => instance is not null && Promises(instance, contracts);

    private static bool Promises(IOperation place, FrameContracts contracts) => place switch
    {
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => contracts.Promises(member.Member, member.Type),
        IParameterReferenceOperation parameter => contracts.Promises(parameter.Parameter, parameter.Type),
        _ => false,
    };
}
