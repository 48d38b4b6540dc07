using System.Runtime.CompilerServices;

namespace System;

/// <summary>A run of elements that are read and written.</summary>
/// <typeparam name="T">The element's type.</typeparam>
public readonly ref struct Span<T>
{
    private readonly ref T _reference;
    private readonly int _length;

    /// <summary>A run at an address, such as <c>stackalloc</c>'s.</summary>
    /// <param name="pointer">The first element.</param>
    /// <param name="length">How many elements.</param>
    public unsafe Span(void* pointer, int length)
    {
        _reference = ref Unsafe.AsRef<T>(pointer);
        _length = length;
    }

    /// <summary>One element.</summary>
    public Span(ref T reference)
    {
        _reference = ref reference;
        _length = 1;
    }

    internal Span(ref T reference, int length)
    {
        _reference = ref reference;
        _length = length;
    }

    /// <summary>How many elements.</summary>
    public int Length => _length;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>An element.</summary>
    /// <param name="index">Which; an index out of range ends the guest.</param>
    public ref T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_length)
            {
                Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException();
            }

            return ref Unsafe.Add(ref _reference, index);
        }
    }

    /// <summary>The same elements, to be read only.</summary>
    public static implicit operator ReadOnlySpan<T>(Span<T> span) => new(ref span._reference, span._length);

    /// <summary>The first element by reference: what a <c>fixed</c> statement takes.</summary>
    public ref T GetPinnableReference() => ref _reference;

    /// <summary>The elements from a place on.</summary>
    /// <param name="start">The first element's index; one out of range ends the guest.</param>
    public Span<T> Slice(int start) => Slice(start, _length - start);

    /// <summary>Some of the elements.</summary>
    /// <param name="start">The first element's index.</param>
    /// <param name="length">How many; a run out of range ends the guest.</param>
    public Span<T> Slice(int start, int length)
    {
        if ((uint)start > (uint)_length || (uint)length > (uint)(_length - start))
        {
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowArgumentOutOfRangeException();
        }

        return new Span<T>(ref Unsafe.Add(ref _reference, start), length);
    }
}
