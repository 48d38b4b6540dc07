using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Model.Xen;

/// <summary>Sets of guest kinds.</summary>
public static class GuestSets
{
    /// <summary>The names, in the order of the bits, as the property <c>HypercallGuest</c> spells them.</summary>
    private static readonly string[] Names = ["arm-dom0", "arm-domU", "pvh", "hvm", "pv", "linux-dom0"];

    /// <summary>The kinds of guest that some of the binary interfaces have.</summary>
    public static GuestSet On(AbiSet abis) =>
        ((abis & AbiSet.Arm) != 0 ? GuestSet.OnArm : GuestSet.None) | ((abis & AbiSet.X86) != 0 ? GuestSet.OnX86 : GuestSet.None);

    /// <summary>The names of a set's members.</summary>
    public static IEnumerable<string> NamesOf(GuestSet set) => Names.Where((_, index) => ((int)set & (1 << index)) != 0);
}
