namespace HypercallSdk.Generators.Declarations;

/// <summary>Who writes an argument, in C#'s own words.</summary>
public enum Direction
{
    /// <summary>By value or <c>in</c>: the hypervisor reads it.</summary>
    In,

    /// <summary><c>out</c>: the hypervisor writes it.</summary>
    Out,

    /// <summary><c>ref</c>: the hypervisor reads it and writes it back.</summary>
    InOut,
}
