namespace HypercallSdk.Simulator.Domains;

/// <summary>A granted page that the domain mapped: what a handle stands for.</summary>
/// <param name="Ref">The grant reference.</param>
/// <param name="IsReadOnly">Whether it was mapped for reading only.</param>
internal readonly record struct GrantMapping(uint Ref, bool IsReadOnly);
