namespace HypercallSdk.Simulator;

/// <summary>One entry of the map from guest frames to machine frames.</summary>
/// <param name="Kind">What is mapped.</param>
/// <param name="Mfn">The machine frame; 0 in a hole.</param>
/// <param name="Index">Which grant frame or which grant reference it is; else 0.</param>
/// <param name="IsReadOnly">Whether the guest may only read.</param>
public readonly record struct P2MEntry(P2MKind Kind, ulong Mfn, uint Index, bool IsReadOnly)
{
    /// <summary>Nothing.</summary>
    public static P2MEntry Hole => default;

    /// <inheritdoc/>
    public override string ToString()
    {
        string what = Kind switch
        {
            P2MKind.Ram => "RAM",
            P2MKind.GrantTable => $"grant table frame {Index}",
            P2MKind.SharedInfo => "shared info",
            P2MKind.GrantMapping => $"grant {Index}",
            _ => "hole",
        };
        return IsReadOnly ? what + ", read only" : what;
    }
}
