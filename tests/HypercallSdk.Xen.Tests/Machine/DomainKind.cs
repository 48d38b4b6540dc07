namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>What a guest is booted as.</summary>
public enum DomainKind
{
    /// <summary>The control domain.</summary>
    Dom0,

    /// <summary>A domain that Xen makes itself, with no control domain beside it.</summary>
    DomU,
}
