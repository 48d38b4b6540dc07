namespace HypercallSdk.Simulator.Abi;

/// <summary>How a grant is mapped (<c>GNTMAP_*</c>).</summary>
internal static class GrantMapFlags
{
    public const uint DeviceMap = 1 << 0;
    public const uint HostMap = 1 << 1;
    public const uint ReadOnly = 1 << 2;
    public const uint ApplicationMap = 1 << 3;
    public const uint ContainsPte = 1 << 4;
}
