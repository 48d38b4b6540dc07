using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Model.Abi;

/// <summary>The conduits by the names that the MSBuild property <c>HypercallConduit</c> uses.</summary>
public static class ConduitNames
{
    /// <summary>Every name that is understood, in the order of <see cref="ConduitKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["hvc", "hook"];

    /// <summary>The names of the conduits that a guest of an ABI can use.</summary>
    public static IReadOnlyList<string> On(AbiKind abi) => abi == AbiKind.Arm64 ? Names : [Names[(int)ConduitKind.Hook]];

    /// <summary>Whether a guest of an ABI can use a conduit.</summary>
    public static bool Exists(ConduitKind kind, AbiKind abi) => On(abi).Contains(Names[(int)kind]);

    /// <summary>Finds a conduit by its name; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out ConduitKind kind)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        kind = (ConduitKind)index;
        return found;
    }
}
