// Where: Xen 108308feef and fba1b0974d, passthrough on Arm
// What: the device tree promised a range to be free in which a device of the guest's lay
using HypercallSdk;
using HypercallSdk.Xen;

internal static class Network
{
    public static GuestPhysicalAddress Registers => new(0x50000000);
}
