// Where: Linux e11423d6721d, privcmd
// What: the list of int errors was walked as one of 8-byte frames, so every other error was skipped
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class ForeignPages
{
    public static ulong CountFailures(DomId owner, ushort count, XenULong* theirs, [MapTarget] Gfn* here, ulong* errors)
    {
        XenResult asked = MemoryOp.AddToPhysmapBatch(
            DomId.Self, MapSpace.GmfnForeign, count, owner, theirs, here, errors); // CS1503
        ulong failures = asked.IsFailure ? count : 0UL;
        for (int index = 0; asked.IsSuccess && index < count; index++)
        {
            failures += errors[index] != 0 ? 1UL : 0;
        }

        return failures;
    }
}
