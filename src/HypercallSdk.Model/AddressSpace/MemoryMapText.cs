namespace HypercallSdk.Model.AddressSpace;

/// <summary>
/// Memory maps as text, one region a line: what a person writes where there is no device tree, and what a device tree is
/// turned into for the compiler, which reads no binary files. <c>docs/memory-maps.md</c> describes the format.
/// </summary>
public static class MemoryMapText
{
    /// <summary>Reads a map. Every problem is reported, not only the first.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The file, for messages; its name is the regions' source until a <c>source</c> line.</param>
    public static MemoryMapResult Parse(string text, string path) => new MemoryMapTextReader(path).Read(text);

    /// <summary>
    /// Writes a map so that <see cref="Parse"/> reads the same one. Control characters in a name or source become spaces, since
    /// both end at the line's end.
    /// </summary>
    public static string Write(MemoryMap map) => MemoryMapTextWriter.Write(map);
}
