using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [CountOf] and [BytesOf].</summary>
internal static class CountReader
{
    /// <summary>Reads what a parameter counts.</summary>
    /// <returns>False when the attribute is wrong; true with null when the parameter counts nothing.</returns>
    public static bool TryRead(IParameterSymbol parameter, IMethodSymbol method, out CountDeclaration? count, ProblemReporter problems)
    {
        count = null;
        AttributeData? elements = parameter.Find(AttributeNames.CountOf);
        AttributeData? bytes = parameter.Find(AttributeNames.BytesOf);
        if ((elements ?? bytes) is not { ConstructorArguments.Length: > 0 } attribute)
        {
            return true;
        }

        if (elements is not null && bytes is not null)
        {
            problems.AtAttribute(bytes, ProblemKind.BadCount, "contradicts [CountOf] beside it; a count is of elements or of bytes");
            return false;
        }

        bool sound = true;
        List<string> buffers = [];
        for (int index = 0; index < attribute.ConstructorArguments.Length; index++)
        {
            string name = attribute.Text(index);
            if (WhyNot(parameter, method, name) is { } cause)
            {
                problems.AtArgument(attribute, $"{index}", ProblemKind.BadCount, name, cause);
                sound = false;
            }

            buffers.Add(CSharpIdentifier.Escape(name));
        }

        count = sound ? new CountDeclaration(new EquatableArray<string>(buffers), IsBytes: bytes is not null) : null;
        return sound;
    }

    private static string? WhyNot(IParameterSymbol parameter, IMethodSymbol method, string name)
    {
        IParameterSymbol? buffer = method.Parameters.FirstOrDefault(other => other.Name == name);
        return buffer is null
            ? $"names no parameter of '{method.Name}'; name the buffer that is counted"
            : buffer.Type is not IPointerTypeSymbol
                ? "is not a pointer, so it has no elements to count; name the buffer that is counted"
                : AbiTypeReader.ShapeOf(parameter.Type) is ValueShape.Integer or ValueShape.Native or ValueShape.Wrapper
                    ? null
                    : $"is counted by '{parameter.Name}', which is no integer; give the count an integer type";
    }
}
