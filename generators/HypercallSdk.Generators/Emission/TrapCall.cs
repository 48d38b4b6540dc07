using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>The call that every trampoline ends in.</summary>
internal static class TrapCall
{
    /// <summary>The name of the method that traps: one for the hypercall, or one for each operation that is a hypercall.</summary>
    public static string MethodOf(OperationDeclaration operation, HypercallDeclaration hypercall) =>
        TrapNames.Of(hypercall.Number, operation.Number);

    /// <summary>How many argument registers an operation uses, the command's included.</summary>
    public static int RegistersOf(OperationDeclaration operation, HypercallDeclaration hypercall, DataModel model)
    {
        int command = hypercall.CommandOf(operation) is null ? 0 : 1;
        if (operation.Struct is not null || hypercall.Envelope is not null)
        {
            return command + (hypercall.IsBatched ? 2 : 1);
        }

        int arguments = operation.Parameters.Sum(parameter => RegisterFaults.CountOf(parameter, model));
        return arguments == 0 && HasNullArgument(operation, hypercall) ? 2 : command + arguments;
    }

    /// <summary>Whether a null pointer is passed where a command has no argument, as Xen's callers do.</summary>
    public static bool HasNullArgument(OperationDeclaration operation, HypercallDeclaration hypercall) =>
        hypercall.Conduit is null && hypercall.CommandOf(operation) is not null;

    /// <summary>The call: the command, if there is one, and the other registers.</summary>
    public static string Of(OperationDeclaration operation, HypercallDeclaration hypercall, IEnumerable<string> arguments)
    {
        IEnumerable<string> command = hypercall.CommandOf(operation) is { } number ? [$"{number}"] : [];
        return $"{MethodOf(operation, hypercall)}({string.Join(", ", command.Concat(arguments))})";
    }

    /// <summary>The result register as the operation's result.</summary>
    public static string Result(OperationDeclaration operation, string value) =>
        ResultEmitter.Converted(operation.Returned, value);

    /// <summary>Writes the statement that returns a result, or only calls what has none.</summary>
    public static SourceWriter WriteReturn(SourceWriter writer, OperationDeclaration operation, string value) =>
        writer.Line(operation.Result == "void" ? $"{value};" : $"return {value};");
}
