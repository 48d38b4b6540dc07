namespace HypercallSdk.Simulator;

/// <summary>What is mapped at a guest frame.</summary>
public enum P2MKind
{
    /// <summary>Nothing: an access faults.</summary>
    Hole,

    /// <summary>The guest's own memory.</summary>
    Ram,

    /// <summary>A frame of the domain's grant table; <see cref="P2MEntry.Index"/> says which.</summary>
    GrantTable,

    /// <summary>The shared info page.</summary>
    SharedInfo,

    /// <summary>A granted page; <see cref="P2MEntry.Index"/> is the grant reference.</summary>
    GrantMapping,
}
