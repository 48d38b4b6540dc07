using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ForeignPages
{
    public static ulong CountFailures(DomId owner, ushort count, XenULong* theirs, [MapTarget] Gfn* here, int* errors)
    {
        XenResult asked = MemoryOp.AddToPhysmapBatch(
            DomId.Self, MapSpace.GmfnForeign, count, owner, theirs, here, errors);
        ulong failures = asked.IsFailure ? count : 0UL;
        for (int index = 0; asked.IsSuccess && index < count; index++)
        {
            failures += errors[index] != 0 ? 1UL : 0;
        }

        return failures;
    }
}
