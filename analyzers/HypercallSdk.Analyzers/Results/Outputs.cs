using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>What a call has the hypervisor write.</summary>
internal static class Outputs
{
    /// <summary>The locals that a call has the hypervisor write, each with whether it had no value of its own before.</summary>
    public static IEnumerable<(ILocalSymbol Local, bool IsOut)> Of(OperationCall call)
    {
        foreach (IArgumentOperation argument in call.Invocation.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && LocalOf(argument.Value) is { } local)
            {
                yield return (local, argument.Parameter.RefKind == RefKind.Out);
            }
            else if (Unconverted(argument.Value) is IAddressOfOperation { Reference: ILocalReferenceOperation target }
                && call.Declared(argument) is { } declared && declared.Find(AttributeNames.Const) is null && declared.Find(AttributeNames.MapTarget) is null)
            {
                yield return (target.Local, false);
            }
        }
    }

    /// <summary>The arguments that say whether a part of a call was done.</summary>
    public static IEnumerable<(IArgumentOperation Argument, IParameterSymbol Declared)> OutcomesOf(OperationCall call) =>
        from argument in call.Invocation.Arguments
        let declared = call.Declared(argument)
        where declared is not null && IsOutcome(declared) && argument.ArgumentKind == ArgumentKind.Explicit
        select (argument, declared);

    /// <summary>Whether a type is one of outcomes.</summary>
    public static bool IsOutcome(ITypeSymbol? type) => type?.Find(AttributeNames.Outcome) is not null;

    /// <summary>The local that an argument is; null when it is something else.</summary>
    public static ILocalSymbol? LocalOf(IOperation argument) => argument switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };

    /// <summary>What is converted, whether by the author or the compiler.</summary>
    public static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    private static bool IsOutcome(IParameterSymbol declared) =>
        declared.Find(AttributeNames.Outcome) is not null || (declared.RefKind != RefKind.None && IsOutcome(declared.Type));
}
