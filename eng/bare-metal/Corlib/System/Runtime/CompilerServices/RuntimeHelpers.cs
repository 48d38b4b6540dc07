namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler calls by name.</summary>
public static class RuntimeHelpers
{
    /// <summary>Constant data as a run of elements; the compiler puts the data's address in place of the call.</summary>
    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle field) => CreateSpan<T>(field);

    /// <summary>Fills an array with constant data; the native compiler does so itself, for static readonly arrays.</summary>
    [Intrinsic]
    public static void InitializeArray(Array array, RuntimeFieldHandle field) => InitializeArray(array, field);
}

/// <summary>Which features of the language the runtime has: the C# compiler asks by name.</summary>
public static class RuntimeFeature
{
    /// <summary><c>ref</c> fields.</summary>
    public const string ByRefFields = nameof(ByRefFields);

    /// <summary>Function pointers without a stated convention.</summary>
    public const string UnmanagedSignatureCallingConvention = nameof(UnmanagedSignatureCallingConvention);
}
