using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// Writes the type by which the compiler gives constants as data of the assembly, for a core library that has none: the compiler
/// knows it, and its constructor from a pointer, by their names, whichever assembly declares them.
/// </summary>
internal static class ReadOnlySpanType
{
    /// <summary>Writes it; it is internal, so that one that the core library gets later is not in its way.</summary>
    public static void Write(SourceWriter writer) => writer
        .Line("namespace System")
        .Open()
        .Line("/// <summary>Where constants lie: the core library has no such type.</summary>")
        .Line("internal readonly unsafe ref struct ReadOnlySpan<T>")
        .Open()
        .Line("private readonly void* _data;")
        .Line()
        .Line("/// <param name=\"data\">The first element.</param>")
        .Line("/// <param name=\"length\">How many there are.</param>")
        .Line("public ReadOnlySpan(void* data, int length)")
        .Open()
        .Line("_data = data;")
        .Close()
        .Line()
        .Line("/// <summary>For the compiler, which calls it with no array of constants.</summary>")
        .Line("public static implicit operator ReadOnlySpan<T>(T[] array) => default;")
        .Line()
        .Line("/// <summary>The first byte.</summary>")
        .Line("public ref byte GetPinnableReference() => ref *(byte*)_data;")
        .Close()
        .Close();
}
