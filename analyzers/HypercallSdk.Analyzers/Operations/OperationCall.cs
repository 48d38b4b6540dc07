using System.Linq;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Operations;

/// <summary>The call of an operation.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Declaration">The interface's method that declares the operation.</param>
internal readonly record struct OperationCall(IInvocationOperation Invocation, IMethodSymbol Declaration)
{
    /// <summary>The operation's C name; its method's where the source is broken.</summary>
    public string Name => Declaration.Find(AttributeNames.HypercallOp)?.CName() is { Length: > 0 } name ? name : Declaration.Name;

    /// <summary>What the call passes for a declared parameter; null when it passes something else, such as a whole array of structs.</summary>
    public IOperation? Argument(IParameterSymbol declared) => Invocation.Arguments
        .FirstOrDefault(argument => argument.Parameter?.Name == declared.Name)?.Value;

    /// <summary>The declared parameter that an argument is for.</summary>
    public IParameterSymbol? Declared(IArgumentOperation argument) =>
        Declaration.Parameters.FirstOrDefault(parameter => parameter.Name == argument.Parameter?.Name);
}
