using HypercallSdk;
using HypercallSdk.Xen;

internal static class Network
{
    public static GuestPhysicalAddress Registers => new(0x50000000);
}
