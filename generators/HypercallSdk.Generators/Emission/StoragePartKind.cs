namespace HypercallSdk.Generators.Emission;

/// <summary>What a field of an emitted struct is there for.</summary>
internal enum StoragePartKind
{
    /// <summary>A declared field, as it is declared.</summary>
    Field,

    /// <summary>A declared field that C# cannot hold as it is declared; accessors reach it.</summary>
    Stored,

    /// <summary>Bytes that bit-fields share.</summary>
    Bits,

    /// <summary>Bytes that must be zero: padding, and fields that are declared so.</summary>
    Zero,

    /// <summary>Bytes that the operation does not use; nobody reads or writes them.</summary>
    Rest,
}
