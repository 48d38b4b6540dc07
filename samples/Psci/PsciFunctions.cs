namespace PsciSample;

/// <summary>The identifiers of PSCI's functions, as 32-bit calls.</summary>
internal static class PsciFunctions
{
    /// <summary><c>PSCI_VERSION</c></summary>
    public const uint Version = 0x84000000;

    /// <summary><c>SYSTEM_OFF</c></summary>
    public const uint SystemOff = 0x84000008;

    /// <summary><c>PSCI_FEATURES</c></summary>
    public const uint Features = 0x8400000A;

    /// <summary>One that no version of PSCI has given away.</summary>
    public const uint None = 0x8400001F;
}
