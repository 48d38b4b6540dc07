namespace HypercallSdk.Analyzers.Constants;

/// <summary>What a constant counts.</summary>
internal enum ConstantUnit
{
    /// <summary>Nothing of its own: a C# integer.</summary>
    None,

    /// <summary>Frames of 4096 bytes: a <c>Gfn</c>.</summary>
    Frame,

    /// <summary>Bytes: a <c>GuestPhysicalAddress</c>.</summary>
    Address,
}
