using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Model.Abi;

/// <summary>The conduits by the names that the MSBuild property <c>HypercallConduit</c> uses, and who can use which.</summary>
public static class ConduitNames
{
    /// <summary>Each conduit with the ABIs that have its instruction, and the guests for whom that traps; in the order of <see cref="ConduitKind"/>.</summary>
    private static readonly (string Name, AbiSet Abis, GuestSet Guests)[] Conduits =
    [
        ("hvc", AbiSet.Arm, GuestSet.ArmDom0 | GuestSet.ArmDomU),
        ("hypercall-page", AbiSet.X86, GuestSet.Pvh | GuestSet.Hvm | GuestSet.Pv),
        ("vmcall", AbiSet.X86, GuestSet.Pvh | GuestSet.Hvm),
        ("vmmcall", AbiSet.X86, GuestSet.Pvh | GuestSet.Hvm),
        ("syscall", AbiSet.X86_64, GuestSet.Pv),
        ("int82", AbiSet.X86_32, GuestSet.Pv),
        ("privcmd", AbiSet.Arm64 | AbiSet.X86_64, GuestSet.LinuxDom0), // .NET has no 32-bit x86 on Linux; 32-bit Arm has not been seen to run
        ("hook", AbiSet.All, GuestSet.All),
    ];

    /// <summary>Every name that is understood, in the order of <see cref="ConduitKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Conduits.Select(static conduit => conduit.Name)];

    /// <summary>The name of a conduit.</summary>
    public static string Of(ConduitKind kind) => Names[(int)kind];

    /// <summary>The names of the conduits that a guest of an ABI can use.</summary>
    public static IReadOnlyList<string> On(AbiKind abi) => On(abi, GuestSet.All);

    /// <summary>The names of the conduits that a guest of an ABI and of one of some kinds can use.</summary>
    public static IReadOnlyList<string> On(AbiKind abi, GuestSet guests) =>
        [.. Conduits.Where(conduit => conduit.Abis.Has(abi) && (conduit.Guests & guests) != 0).Select(static conduit => conduit.Name)];

    /// <summary>Whether a guest of an ABI can use a conduit.</summary>
    public static bool Exists(ConduitKind kind, AbiKind abi) => Conduits[(int)kind].Abis.Has(abi);

    /// <summary>Whether a guest of one of some kinds can use a conduit.</summary>
    public static bool Exists(ConduitKind kind, GuestSet guests) => (Conduits[(int)kind].Guests & guests) != 0;

    /// <summary>Whether a conduit can have stubs of a flavour for a calling convention.</summary>
    /// <remarks>Only a linker knows where the hypercall page is; and what it is given is ELF's, which Windows' linker does not read.</remarks>
    public static bool Exists(ConduitKind kind, StubFlavour flavour, CallingConvention convention) => kind switch
    {
        ConduitKind.Hook or ConduitKind.Privcmd => true, // which have no stubs
        ConduitKind.HypercallPage => flavour == StubFlavour.Linked && convention == CallingConvention.SystemV,
        _ => flavour == StubFlavour.Bytes || convention == CallingConvention.SystemV,
    };

    /// <summary>Finds a conduit by its name; case does not matter.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out ConduitKind kind)
    {
        bool found = NameLookup.TryFind(Names, name, out int index);
        kind = (ConduitKind)index;
        return found;
    }
}
