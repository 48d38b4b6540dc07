// Where: Xen 08aa26349a, tasklets on arm64
// What: the result was stored through the 32-bit register, and -EINVAL became a number near 4 billion
using HypercallSdk;
using HypercallSdk.Xen;

internal static class Registers
{
    public static ulong StoreResult(XenResult result)
    {
        uint r0 = unchecked((uint)result.Value); // HCS4003
        return r0;
    }
}
