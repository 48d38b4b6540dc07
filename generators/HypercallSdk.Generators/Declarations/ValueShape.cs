namespace HypercallSdk.Generators.Declarations;

/// <summary>What the C# type of a parameter or field is, as far as emitted code must treat it differently.</summary>
public enum ValueShape
{
    /// <summary>An integer of fixed width, or an enum over one.</summary>
    Integer,

    /// <summary><c>nint</c> or <c>nuint</c>, which is as wide as the ABI's registers.</summary>
    Native,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary>A pointer.</summary>
    Pointer,

    /// <summary>A struct around one integer: <c>Gfn</c>, <c>DomId</c>.</summary>
    Wrapper,

    /// <summary>A struct of several fields, or a union.</summary>
    Record,
}
