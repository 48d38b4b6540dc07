using System.Collections.Generic;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>A struct or union of Xen's as a C compiler laid it out.</summary>
/// <param name="Name">Its C name: <c>struct xen_add_to_physmap</c>.</param>
/// <param name="IsForTools">Whether only the toolstack's headers have it.</param>
/// <param name="Size">What <c>sizeof</c> says, in bytes.</param>
/// <param name="Alignment">What <c>_Alignof</c> says, in bytes.</param>
/// <param name="Fields">Its fields.</param>
public sealed record LayoutRecord(string Name, bool IsForTools, int Size, int Alignment, IReadOnlyList<LayoutField> Fields);
