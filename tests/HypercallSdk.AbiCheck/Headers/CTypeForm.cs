namespace HypercallSdk.AbiCheck.Headers;

/// <summary>What C calls a record by the tag that is declared, and whether it has fields there.</summary>
/// <param name="Name">The type's name: <c>struct xen_add_to_physmap</c>, <c>xen_extraversion_t</c>.</param>
/// <param name="IsArray">Whether it is a typedef of an array, which has a size and elements but no field to ask for.</param>
internal sealed record CTypeForm(string Name, bool IsArray);
