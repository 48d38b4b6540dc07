namespace HypercallSdk.Model.Abi;

/// <summary>The widths that an ABI leaves to the architecture, all in bytes.</summary>
/// <param name="Name">The ABI's name, as <c>HypercallAbi</c> spells it.</param>
/// <param name="HandleSize">A guest handle in a struct; on both Arms 8, whatever a pointer has.</param>
/// <param name="XenULongSize"><c>xen_ulong_t</c>.</param>
/// <param name="XenPfnSize"><c>xen_pfn_t</c>.</param>
/// <param name="Int64Alignment">The alignment of a 64-bit integer: 4 in the i386 ABI.</param>
public sealed record DataModel(string Name, int HandleSize, int XenULongSize, int XenPfnSize, int Int64Alignment)
{
    /// <summary>64-bit Arm.</summary>
    public static DataModel Arm64 { get; } = new("arm64", HandleSize: 8, XenULongSize: 8, XenPfnSize: 8, Int64Alignment: 8);

    /// <summary>The widths of an ABI.</summary>
    public static DataModel Of(AbiKind abi) => abi switch
    {
        _ => Arm64,
    };

    /// <summary>The alignment of a naturally aligned scalar, in bytes.</summary>
    public int AlignmentOf(int scalarSize) => scalarSize == 8 ? Int64Alignment : scalarSize;
}
