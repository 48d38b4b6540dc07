using HypercallSdk;
using HypercallSdk.Xen;

internal static unsafe class GrantMapper
{
    public static bool Map(GrantRef first, DomId owner, [MapTarget] GuestPhysicalAddress where, GrantHandle* handles)
    {
        GrantTableOp.GnttabMapGrantRef* maps = stackalloc GrantTableOp.GnttabMapGrantRef[2];
        for (uint index = 0; index < 2; index++)
        {
            maps[index] = default;
            maps[index].host_addr = where + (index * GuestPhysicalAddress.PageSize);
            maps[index].flags = GrantMapFlags.HostMap;
            maps[index].@ref = new GrantRef(first.Value + index);
            maps[index].dom = owner;
            maps[index].status = GrantStatus.GeneralError;
        }

        bool all = GrantTableOp.MapGrantRef(maps, 2).IsSuccess;
        for (uint index = 0; index < 2; index++)
        {
            all &= maps[index].status == GrantStatus.Okay;
            handles[index] = maps[index].handle;
        }

        return all;
    }
}
