using System.Collections.Generic;

namespace HypercallSdk.Abi.Tests.XenLayouts;

/// <summary>A struct or union of Xen's as a C compiler laid it out.</summary>
/// <param name="Name">Its C name: <c>struct xen_add_to_physmap</c>.</param>
/// <param name="Size">What <c>sizeof</c> says, in bytes.</param>
/// <param name="Alignment">What <c>_Alignof</c> says, in bytes.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record LayoutRecord(string Name, int Size, int Alignment, IReadOnlyList<LayoutField> Fields);
