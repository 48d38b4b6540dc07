#pragma warning disable CS0169, IDE0051 // the compiler gives a primitive its meaning; a field gives it its size

namespace System;

/// <summary>No value.</summary>
public struct Void
{
}

/// <summary>C#'s <c>bool</c>.</summary>
public struct Boolean
{
    private readonly bool _value;
}

/// <summary>C#'s <c>char</c>.</summary>
public struct Char
{
    private readonly char _value;
}

/// <summary>C#'s <c>sbyte</c>.</summary>
public struct SByte
{
    private readonly sbyte _value;
}

/// <summary>C#'s <c>byte</c>.</summary>
public struct Byte
{
    private readonly byte _value;
}

/// <summary>C#'s <c>short</c>.</summary>
public struct Int16
{
    private readonly short _value;
}

/// <summary>C#'s <c>ushort</c>.</summary>
public struct UInt16
{
    private readonly ushort _value;
}

/// <summary>C#'s <c>int</c>.</summary>
public struct Int32
{
    private readonly int _value;
}

/// <summary>C#'s <c>uint</c>.</summary>
public struct UInt32
{
    private readonly uint _value;
}

/// <summary>C#'s <c>long</c>.</summary>
public struct Int64
{
    private readonly long _value;
}

/// <summary>C#'s <c>ulong</c>.</summary>
public struct UInt64
{
    private readonly ulong _value;
}

/// <summary>C#'s <c>nint</c>.</summary>
public struct IntPtr
{
    private readonly nint _value;
}

/// <summary>C#'s <c>nuint</c>.</summary>
public struct UIntPtr
{
    private readonly nuint _value;
}

/// <summary>C#'s <c>float</c>.</summary>
public struct Single
{
    private readonly float _value;
}

/// <summary>C#'s <c>double</c>.</summary>
public struct Double
{
    private readonly double _value;
}
