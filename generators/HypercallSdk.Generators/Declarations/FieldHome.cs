namespace HypercallSdk.Generators.Declarations;

/// <summary>Where a declared field or parameter lives, which decides what it may be.</summary>
internal enum FieldHome
{
    /// <summary>In a record that is a struct.</summary>
    Struct,

    /// <summary>In a record that is a union.</summary>
    Union,

    /// <summary>In an operation's argument struct, as one of the method's parameters.</summary>
    Argument,

    /// <summary>In a register.</summary>
    Register,
}
