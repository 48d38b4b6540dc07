namespace System;

/// <summary>The base of all arrays. Arrays exist as constant data only: there is no heap.</summary>
public abstract class Array
{
#pragma warning disable CS0649, IDE0044 // the compiler writes a constant array's length here
    private int _numComponents;
#pragma warning restore CS0649, IDE0044

    /// <summary>How many elements.</summary>
    public int Length => _numComponents;
}

/// <summary>What the compiler makes of <c>T[]</c>.</summary>
/// <typeparam name="T">The element's type.</typeparam>
internal sealed class Array<T> : Array
{
}
