namespace HypercallSdk.Model.Abi;

/// <summary>conduits</summary>
public enum ConduitKind
{
    /// <summary>hvc</summary>
    Hvc,

    /// <summary>hook</summary>
    Hook,
}
