using System.Linq;
using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>
/// Writes the value-free implementation of the interface, for code that wants to be handed a mock instead. The static
/// trampolines never go through it.
/// </summary>
internal static class DirectEmitter
{
    /// <summary>Writes the implementation.</summary>
    public static void Write(SourceWriter writer, HypercallDeclaration declaration)
    {
        writer
            .Line($"/// <summary>The hypervisor itself, as an <see cref=\"{declaration.InterfaceName}\"/>.</summary>")
            .Line($"public readonly struct Direct : {CSharpIdentifier.Escape(declaration.InterfaceName)}")
            .Open();
        bool isFirst = true;
        foreach (OperationDeclaration operation in declaration.Operations)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            writer.Line("/// <inheritdoc/>");
            Signature.WriteImplementation(writer, operation, " =>");
            writer.Continued($"{declaration.ClassName}.{operation.Method}({string.Join(", ", operation.Arguments.Select(Signature.Passed))});");
        }

        writer.Close();
    }
}
