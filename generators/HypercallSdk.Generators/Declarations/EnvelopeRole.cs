namespace HypercallSdk.Generators.Declarations;

/// <summary>What an envelope's field is there for.</summary>
public enum EnvelopeRole
{
    /// <summary>The caller may give it: a parameter of its name does.</summary>
    Value,

    /// <summary>It holds the operation's number.</summary>
    Command,

    /// <summary>It holds the interface's version.</summary>
    Version,

    /// <summary>The operation's own struct lies there.</summary>
    Payload,
}
