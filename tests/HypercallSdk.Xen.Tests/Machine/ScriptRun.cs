namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>What came of a script.</summary>
/// <param name="ExitCode">The code it ended with.</param>
/// <param name="Output">What it wrote on standard output.</param>
/// <param name="Error">What it wrote on standard error.</param>
internal sealed record ScriptRun(int ExitCode, string Output, string Error);
