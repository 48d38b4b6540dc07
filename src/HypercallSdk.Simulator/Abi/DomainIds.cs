namespace HypercallSdk.Simulator.Abi;

/// <summary>Domain numbers with a meaning (<c>DOMID_*</c>).</summary>
internal static class DomainIds
{
    /// <summary><c>DOMID_SELF</c>: the caller.</summary>
    public const ushort Self = 0x7FF0;

    /// <summary><c>DOMID_FIRST_RESERVED</c>: numbers from here on are no domain's.</summary>
    public const ushort FirstReserved = 0x7FF0;
}
