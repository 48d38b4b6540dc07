namespace HypercallSdk.Simulator.Abi;

/// <summary>What can be added to a physmap (<c>XENMAPSPACE_*</c>).</summary>
internal static class MapSpaces
{
    public const uint SharedInfo = 0;
    public const uint GrantTable = 1;
    public const uint GmfnRange = 3;
    public const uint GmfnForeign = 4;
    public const uint DevMmio = 5;
}
