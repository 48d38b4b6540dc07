namespace HypercallSdk.Analyzers.Buffers;

/// <summary>What kind of memory an address is of, as far as its method shows.</summary>
internal enum MemoryKind
{
    /// <summary>A local, a parameter or a <c>stackalloc</c>: until the method returns.</summary>
    Stack,

    /// <summary>What a <c>fixed</c> statement pins: until its block ends.</summary>
    Fixed,

    /// <summary>What a handle pins: until it is freed.</summary>
    Handle,

    /// <summary>An object or an array that nothing pins: until the garbage collector moves it.</summary>
    Movable,

    /// <summary>An array that was allocated pinned: it stays as long as something refers to it.</summary>
    PinnedArray,

    /// <summary>Memory of the C library's.</summary>
    Native,

    /// <summary>A variable of a class or of the whole program, which stays.</summary>
    Static,

    /// <summary>What a handle pinned that has been freed.</summary>
    Freed,
}
