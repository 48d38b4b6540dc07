using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>xen_version: questions, all of them.</summary>
internal static unsafe class XenVersionAnswers
{
    public static void Print(Place place)
    {
        Answer.Is("xen_version XENVER_version"u8, XenVersion.Version().Value);
        Answer.Is("xen_version XENVER_extraversion"u8, XenVersion.Extraversion((ExtraVersion*)place.Page(0)));
        Answer.Is("xen_version XENVER_compile_info"u8, XenVersion.CompileInfo((CompileInformation*)place.Page(0)));
        Answer.Is("xen_version XENVER_capabilities"u8, XenVersion.Capabilities((CapabilitiesInfo*)place.Page(0)));
        Answer.Is("xen_version XENVER_changeset"u8, XenVersion.Changeset((ChangesetInfo*)place.Page(0)));
        Answer.Is("xen_version XENVER_platform_parameters"u8, XenVersion.PlatformParameters(out _));
        Answer.Is("xen_version XENVER_get_features"u8, XenVersion.GetFeatures(submap_idx: 0, out _));
        Answer.Is("xen_version XENVER_pagesize"u8, XenVersion.PageSize());
        Answer.Is("xen_version XENVER_guest_handle"u8, XenVersion.GuestHandle((XenGuestHandle*)place.Page(0)));
        Answer.Is("xen_version XENVER_commandline"u8, XenVersion.CommandLine((XenCommandLine*)place.Page(0)));
        Answer.Varies("xen_version XENVER_build_id"u8, XenVersion.BuildId(Buffer(place)));
        Answer.Varies("xen_version XENVER_extraversion2"u8, XenVersion.Extraversion2(Buffer(place)));
        Answer.Varies("xen_version XENVER_capabilities2"u8, XenVersion.Capabilities2(Buffer(place)));
        Answer.Varies("xen_version XENVER_changeset2"u8, XenVersion.Changeset2(Buffer(place)));
        Answer.Varies("xen_version XENVER_commandline2"u8, XenVersion.CommandLine2(Buffer(place)));
    }

    private static VersionBuffer* Buffer(Place place)
    {
        VersionBuffer* buffer = (VersionBuffer*)place.Page(0);
        buffer->len = GuestPhysicalAddress.PageSize - VersionBuffer.SizeInBytes;
        return buffer;
    }
}
