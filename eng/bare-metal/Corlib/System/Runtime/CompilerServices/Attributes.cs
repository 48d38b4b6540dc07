namespace System.Runtime.CompilerServices;

/// <summary>Marks a method that the compiler knows by name.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class IntrinsicAttribute : Attribute
{
}

/// <summary>Gives an indexer its name in metadata.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndexerNameAttribute : Attribute
{
    /// <param name="indexerName">The name.</param>
    public IndexerNameAttribute(string indexerName)
    {
        _ = indexerName;
    }
}

/// <summary>How a method is compiled.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor)]
public sealed class MethodImplAttribute : Attribute
{
    /// <param name="options">How.</param>
    public MethodImplAttribute(MethodImplOptions options)
    {
        Value = options;
    }

    /// <summary>How.</summary>
    public MethodImplOptions Value { get; }
}

/// <summary>How a method is compiled.</summary>
[Flags]
public enum MethodImplOptions
{
    /// <summary>It stays a call.</summary>
    NoInlining = 0x8,

    /// <summary>It goes into its callers.</summary>
    AggressiveInlining = 0x100,

    /// <summary>Its body is elsewhere.</summary>
    InternalCall = 0x1000,
}

/// <summary>Marks a struct that cannot be changed.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class IsReadOnlyAttribute : Attribute
{
}

/// <summary>Marks a struct that lives on the stack only.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class IsByRefLikeAttribute : Attribute
{
}

/// <summary>Marks a module that uses pointers.</summary>
[AttributeUsage(AttributeTargets.Module)]
public sealed class UnsafeValueTypeAttribute : Attribute
{
}
