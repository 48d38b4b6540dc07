using System;
using System.Buffers.Binary;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary><c>GNTTABOP_map_grant_ref</c> and <c>GNTTABOP_unmap_grant_ref</c>, of grants that the domain gave itself.</summary>
internal sealed class GrantMapper(Domain domain)
{
    private const uint NotForTranslatedGuests =
        GrantMapFlags.DeviceMap | GrantMapFlags.ApplicationMap | GrantMapFlags.ContainsPte;

    private readonly GrantTable _grants = domain.Grants;

    /// <summary>Maps; the outcome goes into the struct.</summary>
    public void Map(Span<byte> bytes)
    {
        MapGrantRefArgs args = MapGrantRefArgs.Read(bytes);
        GrantStatus outcome = Check(args);
        if (outcome == GrantStatus.Okay)
        {
            outcome = TryPin(args, out GrantPin pin);
            if (outcome == GrantStatus.Okay)
            {
                outcome = TryMap(args, pin, bytes);
            }
        }

        MapGrantRefArgs.WriteStatus(bytes, outcome);
    }

    /// <summary>Takes a mapping away; the outcome goes into the struct.</summary>
    public void Unmap(Span<byte> bytes)
    {
        GrantStatus outcome = Unmap(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]));
        BinaryPrimitives.WriteInt16LittleEndian(bytes[20..], (short)outcome);
    }

    private GrantStatus Check(MapGrantRefArgs args)
    {
        if ((args.Flags & (GrantMapFlags.DeviceMap | GrantMapFlags.HostMap)) == 0)
        {
            return GrantStatus.BadGrantRef;
        }

        if ((args.Flags & NotForTranslatedGuests) != 0)
        {
            return GrantStatus.GeneralError;
        }

        // DOMID_SELF is not understood here: Xen wants the number itself.
        if (args.Dom != domain.Machine.DomainId)
        {
            return GrantStatus.BadDomain;
        }

        return args.Ref < _grants.Entries ? GrantStatus.Okay : GrantStatus.BadGrantRef;
    }

    private GrantStatus TryPin(MapGrantRefArgs args, out GrantPin pin)
    {
        bool isReadOnly = (args.Flags & GrantMapFlags.ReadOnly) != 0;
        pin = _grants.PinOf(args.Ref);
        if (pin.IsInUse && (isReadOnly || pin.Writers > 0))
        {
            return GrantStatus.Okay;
        }

        GrantEntry entry = _grants.Read(args.Ref);
        if (!Permits(entry, pin, isReadOnly))
        {
            return GrantStatus.GeneralError;
        }

        if (!pin.IsInUse)
        {
            P2MEntry granted = domain.P2M[entry.Frame];
            if (granted.Kind == P2MKind.Hole)
            {
                return GrantStatus.BadPage;
            }

            pin = new GrantPin(0, 0, granted.Mfn);
        }

        int use = GrantFlags.Reading | (isReadOnly ? 0 : GrantFlags.Writing);
        _grants.WriteFlags(args.Ref, (ushort)(entry.Flags | use));
        return GrantStatus.Okay;
    }

    private bool Permits(GrantEntry entry, GrantPin pin, bool isReadOnly)
    {
        if (!isReadOnly && (entry.Flags & GrantFlags.ReadOnly) != 0)
        {
            return false;
        }

        int kind = entry.Flags & (GrantFlags.TypeMask | GrantFlags.SubPage);
        return pin.IsInUse || (kind == GrantFlags.PermitAccess && entry.Domid == domain.Machine.DomainId);
    }

    private GrantStatus TryMap(MapGrantRefArgs args, GrantPin pin, Span<byte> bytes)
    {
        bool isReadOnly = (args.Flags & GrantMapFlags.ReadOnly) != 0;
        ulong gfn = args.HostAddr >> PageSize.Shift;
        if ((args.Flags & ~GrantMapFlags.ReadOnly) != GrantMapFlags.HostMap || !domain.P2M.Reaches(gfn))
        {
            ClearUnused(args.Ref, pin, isReadOnly);
            return GrantStatus.GeneralError;
        }

        domain.P2M.Set(gfn, new P2MEntry(P2MKind.GrantMapping, pin.Mfn, args.Ref, isReadOnly));
        _grants.SetPin(args.Ref, pin.Add(1, isReadOnly));
        uint handle = _grants.AddMapping(new GrantMapping(args.Ref, isReadOnly));
        MapGrantRefArgs.WriteMapping(bytes, handle, deviceAddress: pin.Mfn << PageSize.Shift);
        return GrantStatus.Okay;
    }

    private GrantStatus Unmap(ulong address, uint handle)
    {
        if (!_grants.TryFindMapping(handle, out GrantMapping mapping))
        {
            return GrantStatus.BadHandle;
        }

        if (address == 0)
        {
            return GrantStatus.Okay; // asks for nothing, and the mapping stays
        }

        GrantPin pin = _grants.PinOf(mapping.Ref);
        ulong gfn = address >> PageSize.Shift;
        P2MEntry entry = domain.P2M[gfn];
        if (!domain.P2M.Reaches(gfn) || (entry.Kind != P2MKind.Hole && entry.Mfn != pin.Mfn))
        {
            return GrantStatus.GeneralError;
        }

        domain.P2M.Set(gfn, P2MEntry.Hole);
        pin = pin.Add(-1, mapping.IsReadOnly);
        _grants.SetPin(mapping.Ref, pin);
        _grants.RemoveMapping(handle);
        ClearUnused(mapping.Ref, pin, mapping.IsReadOnly);
        return GrantStatus.Okay;
    }

    private void ClearUnused(uint reference, GrantPin pin, bool isReadOnly)
    {
        int unused = pin.IsInUse ? 0 : GrantFlags.Reading;
        unused |= isReadOnly || pin.Writers > 0 ? 0 : GrantFlags.Writing;
        _grants.WriteFlags(reference, (ushort)(_grants.Read(reference).Flags & ~unused));
    }
}
