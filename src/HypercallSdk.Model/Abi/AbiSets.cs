using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Model.Abi;

/// <summary>Sets of binary interfaces.</summary>
public static class AbiSets
{
    /// <summary>The set that holds one binary interface.</summary>
    public static AbiSet Of(AbiKind abi) => (AbiSet)(1 << (int)abi);

    /// <summary>Whether a set holds a binary interface.</summary>
    public static bool Has(this AbiSet set, AbiKind abi) => (set & Of(abi)) != 0;

    /// <summary>The names of a set's members, as the property <c>HypercallAbi</c> spells them.</summary>
    public static IEnumerable<string> NamesOf(AbiSet set) => AbiNames.Names.Where((_, index) => set.Has((AbiKind)index));
}
