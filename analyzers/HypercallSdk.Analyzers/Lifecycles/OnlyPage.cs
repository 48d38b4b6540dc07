using System.Linq;
using HypercallSdk.Analyzers.Arguments;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>A page of the hypervisor's that is mapped at one place at a time.</summary>
/// <param name="Kind">The constant that stands for such pages.</param>
/// <param name="Index">Which of them.</param>
/// <param name="Otherwise">What the hypervisor does with a second mapping.</param>
internal sealed record OnlyPage(string Kind, ulong Index, string Otherwise)
{
    /// <summary>The page that a call maps; null when it is another thing, or not known which.</summary>
    public static OnlyPage? MappedBy(OperationCall call, ProjectPromise promise, ArgumentConstant constants)
    {
        foreach (IFieldSymbol kind in call.Invocation.Arguments.Select(argument => constants.NamedBy(argument.Value)).OfType<IFieldSymbol>())
        {
            AttributeData? mark = kind.GetAttributes().FirstOrDefault(
                attribute => attribute.AttributeClass?.IsNamed(AttributeNames.MappedOnce) == true && promise.IsMeantBy(attribute));
            IParameterSymbol? index = call.Declaration.Parameters.FirstOrDefault(parameter => parameter.Name == mark?.Text(0));
            if (index is not null && constants.Of(call.Argument(index)) is { } number)
            {
                string name = kind.Find(AttributeNames.CName)?.Text(0) is { Length: > 0 } written ? written : kind.Name;
                return new OnlyPage(name, number, mark!.Named("Otherwise") as string ?? "refuses it");
            }
        }

        return null;
    }
}
