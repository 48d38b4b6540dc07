using System;
using System.Collections.Generic;

namespace HypercallSdk.Model.Abi;

/// <summary>What the layout of a record depends on beside its declaration: the widths and rules of one ABI. Widths are in bytes.</summary>
/// <param name="Abi">The ABI.</param>
/// <param name="PointerSize">A pointer, a guest handle in a register, and C's <c>long</c>: the width of a register.</param>
/// <param name="HandleSize">A guest handle in a struct; on both Arms 8, whatever a pointer has.</param>
/// <param name="XenULongSize"><c>xen_ulong_t</c>.</param>
/// <param name="XenPfnSize"><c>xen_pfn_t</c>.</param>
/// <param name="Int64Alignment">The alignment of a 64-bit integer: 4 in the i386 ABI.</param>
/// <param name="UnnamedBitFieldsAlign">
/// Whether a bit-field without a name, of width zero too, aligns its record as one with a name does. The procedure call
/// standards of Arm say so; the System V ABIs of x86 say that it does not.
/// </param>
public sealed record DataModel(
    AbiKind Abi,
    int PointerSize,
    int HandleSize,
    int XenULongSize,
    int XenPfnSize,
    int Int64Alignment,
    bool UnnamedBitFieldsAlign)
{
    /// <summary>The ABI's name, as <c>HypercallAbi</c> spells it.</summary>
    public string Name => AbiNames.Of(Abi);

    /// <summary>64-bit Arm.</summary>
    public static DataModel Arm64 { get; } = Arm(AbiKind.Arm64, pointerSize: 8);

    /// <summary>32-bit Arm: what Xen reads from memory is as wide as on 64-bit Arm, what it reads from registers is not.</summary>
    public static DataModel Arm32 { get; } = Arm(AbiKind.Arm32, pointerSize: 4);

    /// <summary>64-bit x86.</summary>
    public static DataModel X86_64 { get; } = X86(AbiKind.X86_64, pointerSize: 8);

    /// <summary>32-bit x86: everything that is as wide as a register has 4 bytes, and nothing is aligned to more than 4.</summary>
    public static DataModel X86_32 { get; } = X86(AbiKind.X86_32, pointerSize: 4);

    /// <summary>All four, in the order of <see cref="AbiKind"/>.</summary>
    public static IReadOnlyList<DataModel> All { get; } = [Arm64, Arm32, X86_64, X86_32];

    /// <summary>The widths and rules of an ABI.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public static DataModel Of(AbiKind abi) => abi switch
    {
        AbiKind.Arm64 => Arm64,
        AbiKind.Arm32 => Arm32,
        AbiKind.X86_64 => X86_64,
        AbiKind.X86_32 => X86_32,
        _ => throw new ArgumentOutOfRangeException(nameof(abi), abi, "There is no such ABI."),
    };

    /// <summary>The alignment of a naturally aligned scalar, in bytes.</summary>
    public int AlignmentOf(int scalarSize) => scalarSize == 8 ? Int64Alignment : scalarSize;

    private static DataModel Arm(AbiKind abi, int pointerSize) => new(
        abi,
        pointerSize,
        HandleSize: 8,
        XenULongSize: 8,
        XenPfnSize: 8,
        Int64Alignment: 8,
        UnnamedBitFieldsAlign: true);

    private static DataModel X86(AbiKind abi, int pointerSize) => new(
        abi,
        pointerSize,
        HandleSize: pointerSize,
        XenULongSize: pointerSize,
        XenPfnSize: pointerSize,
        Int64Alignment: pointerSize,
        UnnamedBitFieldsAlign: false);
}
