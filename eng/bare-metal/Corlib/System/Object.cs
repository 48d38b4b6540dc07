namespace System;

/// <summary>The root of all classes. Its one field is what the compiler puts before every object: its type.</summary>
public class Object
{
#pragma warning disable CS0169, IDE0051 // laid out for the compiler; no code here reads it
    private readonly nint _methodTable;
#pragma warning restore CS0169, IDE0051

    /// <summary>The base constructor.</summary>
    public Object()
    {
    }

    /// <summary>Whether the other object is this one.</summary>
    public virtual bool Equals(object? other) => (object?)this == other;

    /// <summary>Always 0: a guest without a heap has no hash tables.</summary>
    public virtual int GetHashCode() => 0;

    /// <summary>Always empty: nothing here can build a string at run time.</summary>
    public virtual string ToString() => "";
}
