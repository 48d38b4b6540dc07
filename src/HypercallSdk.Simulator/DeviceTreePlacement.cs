using System;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator;

/// <summary>Puts the device tree where the guest finds it.</summary>
internal static class DeviceTreePlacement
{
    /// <summary>Puts the blob at the top of a RAM bank, at the start of a page: a device tree wants 8-byte alignment at least.</summary>
    /// <returns>Its guest physical address; none for an empty blob.</returns>
    public static ulong? Place(Domain domain, RamBank bank, ReadOnlySpan<byte> blob)
    {
        if (blob.IsEmpty)
        {
            return null;
        }

        ulong pages = ((ulong)blob.Length + PageSize.Bytes - 1) >> PageSize.Shift;
        if (pages > bank.Frames)
        {
            throw new ArgumentException(
                $"The device tree has {blob.Length} bytes and the first RAM region {bank.Frames} pages. Give the machine more RAM.");
        }

        ulong address = (bank.Last + 1 - pages) << PageSize.Shift;
        domain.Load(address, blob);
        return address;
    }
}
