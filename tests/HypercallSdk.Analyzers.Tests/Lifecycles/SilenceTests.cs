using System.Threading.Tasks;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>Drivers as OS developers write them, with nothing wrong.</summary>
public sealed class SilenceTests
{
    [Fact]
    public Task A_backend_that_maps_the_rings_of_its_frontends() => LifecycleCheck.File(
        """
        public unsafe struct Ring
        {
            [Proven] private Gfn _frame;
            private GrantHandle _handle;
            private bool _isMapped;

            public bool Connect([MapTarget] Gfn frame, GrantRef grant, DomId frontend)
            {
                XenResult mapped = GrantTableOp.MapGrantRef(
                    frame.Address, GrantMapFlags.HostMap, grant, frontend, out GrantStatus status, out GrantHandle handle, out _);
                for (int tries = 0; mapped.IsSuccess && status == GrantStatus.Again && tries < 16; tries++)
                {
                    mapped = GrantTableOp.MapGrantRef(
                        frame.Address, GrantMapFlags.HostMap, grant, frontend, out status, out handle, out _);
                }

                if (mapped.IsFailure || status != GrantStatus.Okay)
                {
                    return false;
                }

                _frame = frame;
                if (*(uint*)frame.Address.Value != 0)
                {
                    _ = TryUnmap(frame, handle);
                    return false;
                }

                _handle = handle;
                _isMapped = true;
                return true;
            }

            public bool Disconnect()
            {
                if (!_isMapped)
                {
                    return true;
                }

                _isMapped = false;
                if (!TryUnmap(_frame, _handle))
                {
                    return false;
                }

                _handle = default;
                return true;
            }

            private static bool TryUnmap(Gfn frame, GrantHandle handle)
            {
                XenResult unmapped = GrantTableOp.UnmapGrantRef(frame.Address, dev_bus_addr: 0, handle, out GrantStatus status);
                return unmapped.IsSuccess && status == GrantStatus.Okay;
            }
        }
        """);

    [Fact]
    public Task Many_grants_of_which_all_go_when_one_fails() => LifecycleCheck.Members(
        """
        static bool MapAll([MapTarget] Gfn first, GrantRef* grants, GrantHandle* handles, uint count, DomId domain)
        {
            for (uint index = 0; index < count; index++)
            {
                XenResult mapped = GrantTableOp.MapGrantRef(
                    (first + index).Address, GrantMapFlags.HostMap, grants[index], domain, out GrantStatus status, out handles[index], out _);
                if (mapped.IsFailure || status != GrantStatus.Okay)
                {
                    return UnmapAll(first, handles, index) && false;
                }
            }

            return true;
        }

        static bool UnmapAll(Gfn first, GrantHandle* handles, uint count)
        {
            bool areGone = true;
            while (count-- > 0)
            {
                XenResult unmapped = GrantTableOp.UnmapGrantRef((first + count).Address, 0, handles[count], out GrantStatus status);
                areGone &= unmapped.IsSuccess && status == GrantStatus.Okay;
            }

            return areGone;
        }
        """);

    [Fact]
    public Task A_balloon_and_foreign_pages_in_its_holes() => LifecycleCheck.File(
        """
        public unsafe struct Holes
        {
            private fixed ulong _frames[64];
            private fixed ulong _lost[64];
            private int _count;
            private int _lostCount;

            public bool Inflate(Gfn frame)
            {
                if (_count == 64)
                {
                    return false;
                }

                ExtentCount taken = MemoryOp.DecreaseReservation(&frame, 1, 0, default, DomId.Self);
                if (taken.Value != 1)
                {
                    return false;
                }

                _frames[_count++] = frame.Value;
                return true;
            }

            public bool Deflate(Gfn frame)
            {
                if (MemoryOp.RemoveFromPhysmap(DomId.Self, frame).IsFailure)
                {
                    _lost[_lostCount++] = frame.Value;
                    return false;
                }

                ExtentCount given = MemoryOp.PopulatePhysmap(&frame, 1, 0, default, DomId.Self);
                return given.Value == 1;
            }

            public bool MapForeign([MapTarget] Gfn frame, DomId domain, XenULong page)
            {
                int error = 0;
                XenResult mapped = MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GmfnForeign, 1, domain, &page, &frame, &error);
                if (mapped.IsFailure || error != 0)
                {
                    return false;
                }

                if (*(uint*)frame.Address.Value != 0x1234)
                {
                    _ = MemoryOp.RemoveFromPhysmap(DomId.Self, frame);
                    return false;
                }

                return true;
            }
        }
        """);

    [Fact]
    public Task A_kernel_that_starts_and_one_that_moves_its_table() => LifecycleCheck.Members(
        """
        static Gfn s_table;
        static bool TryStart([MapTarget] Gfn table, [MapTarget] Gfn info)
        {
            if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, table).IsFailure)
            {
                return false;
            }

            s_table = table;
            if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, info).IsFailure)
            {
                _ = MemoryOp.RemoveFromPhysmap(DomId.Self, table);
                return false;
            }

            return true;
        }

        static bool TryMove([MapTarget] Gfn table)
        {
            if (MemoryOp.RemoveFromPhysmap(DomId.Self, s_table).IsFailure)
            {
                return false;
            }

            s_table = table;
            return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, s_table).IsSuccess;
        }
        """);
}
