namespace HypercallSdk.Simulator.Abi;

/// <summary>What <c>memory_op</c> offers on Arm (<c>XENMEM_*</c>).</summary>
internal enum MemoryOperation : ulong
{
    IncreaseReservation = 0,
    DecreaseReservation = 1,
    MaximumRamPage = 2,
    CurrentReservation = 3,
    MaximumReservation = 4,
    PopulatePhysmap = 6,
    AddToPhysmap = 7,
    Exchange = 11,
    MaximumGpfn = 14,
    RemoveFromPhysmap = 15,
    GetSharingFreedPages = 18,
    GetSharingSharedPages = 19,
    AccessOp = 21,
    AddToPhysmapBatch = 23,
    ClaimPages = 24,
    GetVnumaInfo = 26,
    ReservedDeviceMemoryMap = 27,
    AcquireResource = 28,

    /// <summary>Proposed, and in no release.</summary>
    GetUnallocatedSpace = 29,
}
