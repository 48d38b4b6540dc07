#pragma warning disable CS0169, IDE0051 // the compiler fills the handle

namespace System;

/// <summary>A type, as <c>ldtoken</c> loads it.</summary>
public struct RuntimeTypeHandle
{
    private readonly nint _value;
}

/// <summary>A method, as <c>ldtoken</c> loads it.</summary>
public struct RuntimeMethodHandle
{
    private readonly nint _value;
}

/// <summary>A field, as <c>ldtoken</c> loads it.</summary>
public struct RuntimeFieldHandle
{
    private readonly nint _value;
}
