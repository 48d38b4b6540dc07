namespace HypercallSdk.Guests.Drivers;

/// <summary>A device that is emulated.</summary>
internal interface IDeviceModel
{
    /// <summary>A processor reads.</summary>
    /// <param name="address">The guest physical address.</param>
    /// <param name="size">How many bytes: 1, 2, 4 or 8.</param>
    ulong Read(ulong address, uint size);

    /// <summary>A processor writes.</summary>
    /// <param name="address">The guest physical address.</param>
    /// <param name="size">How many bytes: 1, 2, 4 or 8.</param>
    /// <param name="value">What.</param>
    void Write(ulong address, uint size, ulong value);
}
