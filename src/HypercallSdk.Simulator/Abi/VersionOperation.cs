namespace HypercallSdk.Simulator.Abi;

/// <summary>What <c>xen_version</c> offers (<c>XENVER_*</c>); the last four since Xen 4.20.</summary>
internal enum VersionOperation : uint
{
    Version = 0,
    ExtraVersion = 1,
    CompileInfo = 2,
    Capabilities = 3,
    Changeset = 4,
    PlatformParameters = 5,
    GetFeatures = 6,
    PageSize = 7,
    GuestHandle = 8,
    CommandLine = 9,
    BuildId = 10,
    ExtraVersion2 = 11,
    Capabilities2 = 12,
    Changeset2 = 13,
    CommandLine2 = 14,
}
