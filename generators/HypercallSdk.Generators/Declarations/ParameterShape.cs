namespace HypercallSdk.Generators.Declarations;

/// <summary>What a parameter's C# type is, as far as emitted code must treat it differently.</summary>
public enum ParameterShape
{
    /// <summary>An integer, or an enum over one.</summary>
    Integer,

    /// <summary>A pointer.</summary>
    Pointer,

    /// <summary>A struct around one integer: <c>Gfn</c>, <c>DomId</c>.</summary>
    Wrapper,

    /// <summary>A struct of several fields.</summary>
    Record,
}
