using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>How wide a guest physical address can be.</summary>
public static class AddressWidths
{
    /// <summary>
    /// What is assumed on Arm where nothing states a width, in bits. Xen's own guest layout ends here: its second bank of
    /// memory is 0x200000000 to 2^40.
    /// </summary>
    public const int ArmDefault = 40;

    /// <summary>
    /// What is assumed on x86 where nothing states a width, in bits: what four levels of page tables reach. Beyond it Xen 4.17 was
    /// seen to answer -ENOENT.
    /// </summary>
    public const int X86Default = 48;

    /// <summary>What is assumed for a kind of guest where nothing states a width, in bits.</summary>
    public static int DefaultOf(GuestKind guest) =>
        guest is GuestKind.ArmDom0 or GuestKind.ArmDomU ? ArmDefault : X86Default;

    /// <summary>The widths that the Arm architecture has, in bits: a Xen on Arm runs its guests with one of these.</summary>
    public static IReadOnlyList<int> Arm { get; } = [32, 36, 40, 42, 44, 48, 52];

    /// <summary>Whether a width is one of <see cref="Arm"/>.</summary>
    public static bool IsArm(int bits) => Arm.Contains(bits);

    /// <summary>The widths of <see cref="Arm"/> as a list for a message: <c>32, 36, 40, 42, 44, 48 or 52</c>.</summary>
    public static string ArmList =>
        $"{string.Join(", ", Arm.Take(Arm.Count - 1))} or {Arm[Arm.Count - 1]}";
}
