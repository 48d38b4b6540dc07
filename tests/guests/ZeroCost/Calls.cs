using System.Runtime.CompilerServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.ZeroCost;

/// <summary>
/// The calls that are counted. Each is a function of its own, whose parameters are the operation's and which makes an error number
/// of the hypercall's result, as kernels do: what it executes from its first instruction to its last is what the call costs.
/// </summary>
internal static unsafe class Calls
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long AddToPhysmap(DomId domid, ushort size, MapSpace space, XenULong idx, [MapTarget] Gfn gpfn) =>
        -MemoryOp.AddToPhysmap(domid, size, space, idx, gpfn).Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long AddToPhysmapBatch(
        DomId domid, MapSpace space, ushort size, DomId foreign, XenULong* idxs, [MapTarget] Gfn* gpfns, int* errs) =>
        -MemoryOp.AddToPhysmapBatch(domid, space, size, foreign, idxs, gpfns, errs).Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long MapGrantRef(
        [MapTarget] GuestPhysicalAddress address,
        GrantMapFlags flags,
        GrantRef reference,
        DomId domid,
        out GrantStatus status,
        out GrantHandle handle,
        out ulong busAddress) =>
        -GrantTableOp.MapGrantRef(address, flags, reference, domid, out status, out handle, out busAddress).Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long ConsoleWrite(uint count, byte* buffer) => -ConsoleIo.Write(count, buffer).Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Send(EventChannelPort port) => -EventChannelOp.Send(port).Value;
}
