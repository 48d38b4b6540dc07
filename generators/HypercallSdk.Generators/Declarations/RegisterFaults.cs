using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What can be wrong with register arguments on one ABI: a 64-bit integer takes two 32-bit registers.</summary>
internal static class RegisterFaults
{
    /// <summary>What is wrong; null when nothing is, or no argument travels in a register of its own.</summary>
    public static AbiFault? Of(OperationDeclaration operation, HypercallDeclaration hypercall, DataModel model)
    {
        if (operation.Struct is not null || hypercall.Envelope is not null)
        {
            return null;
        }

        int registers = (hypercall.Conduit ?? ConduitDeclaration.Xen).Arguments.Count;
        int command = hypercall.CommandOf(operation) is null ? 0 : 1;
        int arguments = operation.Parameters.Sum(parameter => CountOf(parameter, model));
        return command + arguments <= registers || operation.Parameters.Count == arguments
            ? null
            : new AbiFault(
                ProblemKind.TooManyRegisters, operation.Method,
                $"takes {arguments} registers on {model.Name}, where a 64-bit integer takes two, but there are {registers - command}; "
                + "pass a pointer to the largest");
    }

    /// <summary>How many registers a parameter takes.</summary>
    public static int CountOf(ParameterDeclaration parameter, DataModel model) =>
        !parameter.IsByAddress && parameter.Shape is ValueShape.Integer or ValueShape.Wrapper
            && parameter.AbiType.SizeIn(model) > model.PointerSize ? 2 : 1;
}
