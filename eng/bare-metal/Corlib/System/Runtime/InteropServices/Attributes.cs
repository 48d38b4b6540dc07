namespace System.Runtime.InteropServices;

/// <summary>A method that native code calls.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnmanagedCallersOnlyAttribute : Attribute
{
    /// <summary>The symbol.</summary>
    public string? EntryPoint;
}

/// <summary>A call of native code that asks nothing of a garbage collector.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuppressGCTransitionAttribute : Attribute
{
}

/// <summary>A method that is native code.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DllImportAttribute : Attribute
{
    /// <param name="dllName">The library; <c>*</c> is the image itself.</param>
    public DllImportAttribute(string dllName)
    {
        Value = dllName;
    }

    /// <summary>The library.</summary>
    public string Value { get; }

    /// <summary>The symbol.</summary>
    public string? EntryPoint;

    /// <summary>Whether only this spelling is looked for.</summary>
    public bool ExactSpelling;
}

/// <summary>How a struct is laid out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class StructLayoutAttribute : Attribute
{
    /// <param name="layoutKind">How.</param>
    public StructLayoutAttribute(LayoutKind layoutKind)
    {
        Value = layoutKind;
    }

    /// <summary>How.</summary>
    public LayoutKind Value { get; }

    /// <summary>The largest alignment, in bytes.</summary>
    public int Pack;

    /// <summary>The size, in bytes.</summary>
    public int Size;
}

/// <summary>How a struct is laid out.</summary>
public enum LayoutKind
{
    /// <summary>In order.</summary>
    Sequential = 0,

    /// <summary>By stated offsets.</summary>
    Explicit = 2,

    /// <summary>As the compiler likes.</summary>
    Auto = 3,
}

/// <summary>Where a field lies.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class FieldOffsetAttribute : Attribute
{
    /// <param name="offset">Bytes from the struct's start.</param>
    public FieldOffsetAttribute(int offset)
    {
        Value = offset;
    }

    /// <summary>Bytes from the struct's start.</summary>
    public int Value { get; }
}

/// <summary>Marks, in metadata, a reference that is read only.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InAttribute : Attribute
{
}
