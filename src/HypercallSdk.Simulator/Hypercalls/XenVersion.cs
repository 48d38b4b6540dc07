using System;
using System.Buffers.Binary;
using System.Text;
using HypercallSdk.Simulator.Abi;
using HypercallSdk.Simulator.Domains;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator.Hypercalls;

/// <summary><c>HYPERVISOR_xen_version</c>.</summary>
internal sealed class XenVersion(Domain domain, GuestCopy guest, CallLog log)
{
    private const int ExtraVersionBytes = 16;

    // struct xen_feature_info: submap_idx@0, submap@4.
    private const int FeatureInfoBytes = 8;
    private const int Submap = 4;

    // XENFEAT_*, as bits of the only submap.
    private const uint WritablePageTables = 1 << 0;
    private const uint AutoTranslatedPhysmap = 1 << 2;
    private const uint Dom0 = 1 << 11;
    private const uint MemoryOpVnodeSupported = 1 << 13;
    private const uint ArmSmcccSupported = 1 << 14;
    private const uint NotDirectMapped = 1 << 16;
    private const uint DirectMapped = 1 << 17;

    /// <summary>Answers a call.</summary>
    public nint Call(VersionOperation operation, nuint argument)
    {
        switch (operation)
        {
            case VersionOperation.Version:
                return (domain.Machine.Release.Major << 16) | domain.Machine.Release.Minor;
            case VersionOperation.ExtraVersion:
                return ExtraVersion(argument);
            case VersionOperation.GetFeatures:
                return GetFeatures(argument);
            case >= VersionOperation.ExtraVersion2 when domain.Machine.Release.Minor < 20:
                return Answer.Fail(XenErrno.ENOSYS);
            default:
                return log.Lacking(HypercallNumber.XenVersion, operation);
        }
    }

    private nint ExtraVersion(nuint argument)
    {
        Span<byte> text = stackalloc byte[ExtraVersionBytes];
        text.Clear();
        _ = Encoding.ASCII.GetBytes(domain.Machine.ExtraVersion, text);
        return guest.TryWrite(argument, text) ? Answer.Done : Answer.Fail(XenErrno.EFAULT);
    }

    private nint GetFeatures(nuint argument)
    {
        Span<byte> bytes = stackalloc byte[FeatureInfoBytes];
        if (!guest.TryRead(argument, bytes))
        {
            return Answer.Fail(XenErrno.EFAULT);
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != 0)
        {
            return Answer.Fail(XenErrno.EINVAL);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes[Submap..], Features());
        return guest.TryWrite(argument, bytes) ? Answer.Done : Answer.Fail(XenErrno.EFAULT);
    }

    private uint Features()
    {
        uint common = WritablePageTables | AutoTranslatedPhysmap | MemoryOpVnodeSupported | ArmSmcccSupported;
        return common | (domain.IsDom0 ? Dom0 | DirectMapped : NotDirectMapped);
    }
}
