namespace System;

/// <summary>The base of all structs.</summary>
public abstract class ValueType
{
}

/// <summary>The base of all enums.</summary>
public abstract class Enum : ValueType
{
}

/// <summary>A value or nothing.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Nullable<T> where T : struct
{
    private readonly bool _hasValue;
    private readonly T _value;

    /// <summary>A value.</summary>
    public Nullable(T value)
    {
        _hasValue = true;
        _value = value;
    }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => _hasValue;

    /// <summary>The value, or the type's default.</summary>
    public T GetValueOrDefault() => _value;
}
