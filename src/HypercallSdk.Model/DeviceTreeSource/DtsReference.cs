namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>A place in a property's value where another node is named.</summary>
/// <param name="Offset">Where in the value, in bytes.</param>
/// <param name="Target">A label, or a path that begins with a slash.</param>
/// <param name="IsPath">Whether the node's path is put there, rather than 4 bytes replaced by its phandle.</param>
/// <param name="Position">Where it stands in the text.</param>
internal readonly record struct DtsReference(int Offset, string Target, bool IsPath, int Position);
