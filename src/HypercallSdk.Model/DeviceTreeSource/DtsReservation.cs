namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>A line that reserves memory.</summary>
/// <param name="Start">The first address, in bytes.</param>
/// <param name="Size">The length in bytes.</param>
/// <param name="Position">Where it stands in the text.</param>
internal readonly record struct DtsReservation(ulong Start, ulong Size, int Position);
