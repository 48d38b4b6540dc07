namespace System.Runtime.CompilerServices;

/// <summary>References where C# has none: the compiler knows these by name and puts their instructions in place.</summary>
public static unsafe class Unsafe
{
    /// <summary>The element so many elements further on.</summary>
    [Intrinsic]
    public static ref T Add<T>(ref T source, int elementOffset) => ref Add(ref source, elementOffset);

    /// <summary>A reference as one to another type.</summary>
    [Intrinsic]
    public static ref TTo As<TFrom, TTo>(ref TFrom source) => ref As<TFrom, TTo>(ref source);

    /// <summary>An address as a reference.</summary>
    [Intrinsic]
    public static ref T AsRef<T>(void* source) => ref AsRef<T>(source);

    /// <summary>A read-only reference as a writable one.</summary>
    [Intrinsic]
    public static ref T AsRef<T>(scoped ref readonly T source) => ref AsRef(in source);
}
