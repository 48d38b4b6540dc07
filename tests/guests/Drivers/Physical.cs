namespace HypercallSdk.Guests.Drivers;

/// <summary>Where the kernel sees physical memory: this one maps all of it at its own addresses.</summary>
internal static unsafe class Physical
{
    /// <summary>The pointer to the first byte of a frame.</summary>
    public static void* At(Gfn frame) => (void*)frame.Address.Value;
}
