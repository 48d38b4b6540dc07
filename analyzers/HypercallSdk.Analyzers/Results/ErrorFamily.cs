namespace HypercallSdk.Analyzers.Results;

/// <summary>The ways in which a number can say what went wrong.</summary>
internal enum ErrorFamily
{
    /// <summary>An error number of the hypervisor's, as <c>XenErrno</c> has them: positive.</summary>
    Errno,

    /// <summary>The same negated, as results and the errors of a batch hold it.</summary>
    NegatedErrno,

    /// <summary>An outcome with numbers of its own: an enum marked with <c>[Outcome]</c>.</summary>
    Status,

    /// <summary>An error number of the system that the program runs on.</summary>
    Host,

    /// <summary>The -1 of C libraries.</summary>
    MinusOne,
}
