// Where: Linux ebee0eab0859, gntdev (XSA-361)
// What: Xen stopped in the middle of a list of grants, and the rest was taken for mapped by what stood there before
using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class GrantMapper
{
    public static bool Map(GrantRef first, DomId owner, [MapTarget] GuestPhysicalAddress where, GrantHandle* handles)
    {
        GrantTableOp.GnttabMapGrantRef* maps = stackalloc GrantTableOp.GnttabMapGrantRef[2];
        for (uint index = 0; index < 2; index++)
        {
            maps[index].host_addr = where + (index * GuestPhysicalAddress.PageSize);
            maps[index].flags = GrantMapFlags.HostMap;
            maps[index].@ref = new GrantRef(first.Value + index);
            maps[index].dom = owner;
        }

        if (GrantTableOp.MapGrantRef(maps, 2).IsFailure) // HCS4005
        {
            return false;
        }

        handles[0] = maps[0].handle;
        handles[1] = maps[1].handle;
        return true;
    }
}
