using System.Runtime.CompilerServices;

namespace System;

/// <summary>Text in UTF-16. Only literals exist: there is no heap to make another on.</summary>
public sealed class String
{
#pragma warning disable CS0649, IDE0044 // ilc finds both by these names, and writes a literal there
    private int _stringLength;
    private char _firstChar;
#pragma warning restore CS0649, IDE0044

    /// <summary>The empty string.</summary>
    public static readonly string Empty = "";

    private String()
    {
    }

    /// <summary>How many characters.</summary>
    public int Length => _stringLength;

    /// <summary>A character.</summary>
    /// <param name="index">Which; an index out of range ends the guest.</param>
    [IndexerName("Chars")]
    public unsafe char this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_stringLength)
            {
                Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException();
            }

            fixed (char* characters = &_firstChar)
            {
                return characters[index];
            }
        }
    }

    /// <summary>The first character by reference: what a <c>fixed</c> statement takes.</summary>
    public ref readonly char GetPinnableReference() => ref _firstChar;
}
