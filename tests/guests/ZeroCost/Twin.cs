using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.ZeroCost;

/// <summary>The same calls by C, in twin.c.</summary>
internal static unsafe class Twin
{
    [DllImport("*", EntryPoint = "twin_add_to_physmap"), SuppressGCTransition]
    public static extern long AddToPhysmap(DomId domid, ushort size, MapSpace space, XenULong idx, [MapTarget] Gfn gpfn);

    [DllImport("*", EntryPoint = "twin_add_to_physmap_batch"), SuppressGCTransition]
    public static extern long AddToPhysmapBatch(
        DomId domid, ushort space, ushort size, DomId foreign, XenULong* idxs, [MapTarget] Gfn* gpfns, int* errs);

    [DllImport("*", EntryPoint = "twin_map_grant_ref"), SuppressGCTransition]
    public static extern long MapGrantRef(
        [MapTarget] GuestPhysicalAddress address,
        GrantMapFlags flags,
        GrantRef reference,
        DomId domid,
        GrantStatus* status,
        GrantHandle* handle,
        ulong* busAddress);

    [DllImport("*", EntryPoint = "twin_console_write"), SuppressGCTransition]
    public static extern long ConsoleWrite(uint count, byte* buffer);

    [DllImport("*", EntryPoint = "twin_send"), SuppressGCTransition]
    public static extern long Send(EventChannelPort port);
}
