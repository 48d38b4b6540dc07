namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>What a command left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything it wrote.</param>
internal sealed record CommandResult(int ExitCode, string Output);
