namespace HypercallSdk.AbiCheck.Report;

/// <summary>Something that is declared otherwise than Xen has it.</summary>
/// <param name="File">The file that declares it; empty for what no file does.</param>
/// <param name="Subject">The record, the field or the constant, by its C name.</param>
/// <param name="Place">The release and the ABI, or what it was compared with.</param>
/// <param name="Ours">What the declaration says.</param>
/// <param name="Theirs">What Xen says.</param>
public sealed record Finding(string File, string Subject, string Place, string Ours, string Theirs);
