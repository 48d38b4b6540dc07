using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [CountOf].</summary>
internal static class CountReader
{
    /// <summary>Whether a count, if the parameter is one, is an integer that counts a buffer beside it.</summary>
    public static bool IsSound(IParameterSymbol parameter, IMethodSymbol method, ParameterShape shape, ProblemReporter problems)
    {
        if (parameter.Find(AttributeNames.CountOf) is not { ConstructorArguments.Length: 1 } attribute)
        {
            return true;
        }

        string name = attribute.Text(0);
        IParameterSymbol? buffer = method.Parameters.FirstOrDefault(other => other.Name == name);
        string? cause = buffer is null
            ? $"names no parameter of '{method.Name}'; name the buffer that is counted"
            : buffer.Type is not IPointerTypeSymbol
                ? "is not a pointer, so it has no elements to count; name the buffer that is counted"
                : shape is ParameterShape.Integer or ParameterShape.Wrapper
                    ? null
                    : $"is counted by '{parameter.Name}', which is no integer; give the count an integer type";
        if (cause is not null)
        {
            problems.AtArgument(attribute, "0", ProblemKind.BadCount, name, cause);
        }

        return cause is null;
    }
}
