namespace HypercallSdk.Model.Abi;

/// <summary>A field at any depth of a struct or union.</summary>
/// <param name="Path">
/// How C reaches it from the outermost: <c>u.reserved</c>. Structs and unions without a name leave no trace in it, and of an
/// array's elements it is the first: <c>vcpu_info[0].time</c>.
/// </param>
/// <param name="Field">The field.</param>
/// <param name="Place">Where it lies, from the beginning of the outermost.</param>
public sealed record RecordMember(string Path, AbiField Field, FieldPlace Place);
