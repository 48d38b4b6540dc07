namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>How a run on Xen ended: the exit codes of eng/xen/boot.</summary>
public enum Verdict
{
    /// <summary>The guest said that it passed.</summary>
    Passed = 0,

    /// <summary>The guest ended with another code.</summary>
    Failed = 1,

    /// <summary>The command line, a tool or a file was not in order.</summary>
    NotStarted = 2,

    /// <summary>The machine ended without a word from the guest.</summary>
    NoWord = 3,

    /// <summary>The time was up.</summary>
    TimedOut = 4,
}
