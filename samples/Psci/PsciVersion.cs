namespace PsciSample;

/// <summary>A version of PSCI, as <c>PSCI_VERSION</c> returns it.</summary>
internal readonly struct PsciVersion
{
    private readonly uint _value;

    /// <param name="value">The result: the major number from bit 16 on, the minor one below.</param>
    public PsciVersion(uint value)
    {
        _value = value;
    }

    /// <summary>The 1 of 1.2.</summary>
    public uint Major => _value >> 16;

    /// <summary>The 2 of 1.2.</summary>
    public uint Minor => _value & 0xFFFF;
}
