// Where: Xen 421432b822, libxl (XSA-476)
// What: a device's 64-bit address was read into 32 bits, and access to another range was taken away
using HypercallSdk;
using HypercallSdk.Xen;

internal static class DeviceMemory
{
    public static bool Remove(GuestPhysicalAddress bar)
    {
        uint start = (uint)bar.Value; // HCS1003
        return MemoryOp.RemoveFromPhysmap(DomId.Self, new GuestPhysicalAddress(start).Frame).IsSuccess;
    }
}
