namespace HypercallSdk.Model.Abi;

/// <summary>How a hypercall leaves the guest.</summary>
public enum ConduitKind
{
    /// <summary>Arm's <c>hvc #0xEA1</c>, with the hypercall's number in x16.</summary>
    Hvc,

    /// <summary>A function pointer that a test fills; nothing traps.</summary>
    Hook,
}
