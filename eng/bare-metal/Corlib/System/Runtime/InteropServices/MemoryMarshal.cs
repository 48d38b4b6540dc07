namespace System.Runtime.InteropServices;

/// <summary>Runs of elements from a reference: what the C# compiler makes of an inline array's indexer.</summary>
public static class MemoryMarshal
{
    /// <summary>So many elements from a reference on.</summary>
    public static Span<T> CreateSpan<T>(scoped ref T reference, int length)
    {
        ref T unscoped = ref CompilerServices.Unsafe.AsRef(in reference);
        return new Span<T>(ref unscoped, length);
    }

    /// <summary>So many elements from a reference on, to be read only.</summary>
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T reference, int length)
    {
        ref T unscoped = ref CompilerServices.Unsafe.AsRef(in reference);
        return new ReadOnlySpan<T>(ref unscoped, length);
    }
}
