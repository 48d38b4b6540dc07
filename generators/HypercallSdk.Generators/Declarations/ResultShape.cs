namespace HypercallSdk.Generators.Declarations;

/// <summary>What an operation's result is made by.</summary>
public enum ResultShape
{
    /// <summary>It returns nothing.</summary>
    Nothing,

    /// <summary>A conversion: an integer, or an enum.</summary>
    Integer,

    /// <summary>A constructor that takes an integer.</summary>
    Wrapper,
}
