using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the heads of methods, and the arguments that pass their parameters on.</summary>
internal static class Signature
{
    /// <summary>How long a line may be before its parameters get lines of their own.</summary>
    private const int MaximumWidth = 112;

    /// <summary>Writes the head of an operation's trampoline.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="tail">What follows the parameters on their line.</param>
    public static SourceWriter WriteTrampoline(SourceWriter writer, OperationDeclaration operation, string tail = "") => Write(
        writer, $"public static {operation.Result} {operation.Method}", operation.Arguments.Select(Declared), tail);

    /// <summary>Writes the head of the interface's method.</summary>
    public static SourceWriter WriteImplementation(SourceWriter writer, OperationDeclaration operation, string tail) => Write(
        writer, $"public {operation.Result} {operation.Method}", operation.Parameters.Select(Declared), tail);

    /// <summary>Writes a method's head, on one line if it fits.</summary>
    public static SourceWriter Write(SourceWriter writer, string head, IEnumerable<string> parameters, string tail)
    {
        IReadOnlyList<string> list = [.. parameters];
        string line = $"{head}({string.Join(", ", list)}){tail}";
        if (line.Length <= MaximumWidth)
        {
            return writer.Line(line);
        }

        writer.Line(head + "(");
        for (int index = 0; index < list.Count; index++)
        {
            writer.Continued(list[index] + (index < list.Count - 1 ? "," : ")" + tail));
        }

        return writer;
    }

    /// <summary>A parameter as the interface declares it.</summary>
    public static string Declared(ParameterDeclaration parameter) =>
        $"{(parameter.MapTarget is { } target ? $"[{target}] " : string.Empty)}{parameter.Modifier}{parameter.Type} {parameter.Name}";

    /// <summary>A parameter as it is passed on.</summary>
    public static string Passed(ParameterDeclaration parameter) =>
        (parameter.Direction == Direction.In && parameter.Modifier.Length > 0 ? "in " : parameter.Modifier) + parameter.Name;

    /// <summary>A local's name that no parameter has.</summary>
    public static string Local(string name, OperationDeclaration operation)
    {
        while (operation.Parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }
}
