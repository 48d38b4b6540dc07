using HypercallSdk;
using HypercallSdk.Xen;

internal static class DeviceMemory
{
    public static bool Remove(GuestPhysicalAddress bar)
    {
        return MemoryOp.RemoveFromPhysmap(DomId.Self, bar.Frame).IsSuccess;
    }
}
