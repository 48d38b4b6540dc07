namespace HypercallSdk.Simulator.Abi;

/// <summary>What <c>grant_table_op</c> offers (<c>GNTTABOP_*</c>). Number 3, dump_table, is declared and answered by no Xen.</summary>
internal enum GrantTableOperation : uint
{
    MapGrantRef = 0,
    UnmapGrantRef = 1,
    SetupTable = 2,
    Transfer = 4,
    Copy = 5,
    QuerySize = 6,
    UnmapAndReplace = 7,
    SetVersion = 8,
    GetStatusFrames = 9,
    GetVersion = 10,
    SwapGrantRef = 11,
    CacheFlush = 12,
}
