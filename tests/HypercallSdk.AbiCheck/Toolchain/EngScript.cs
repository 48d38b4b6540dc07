using System;
using System.Collections.Generic;
using HypercallSdk.Testing;

namespace HypercallSdk.AbiCheck.Toolchain;

/// <summary>The scripts under eng/.</summary>
public static class EngScript
{
    /// <summary>Runs a script that must succeed, and gives what it wrote.</summary>
    /// <param name="script">Its path below eng/.</param>
    /// <param name="arguments">Its arguments.</param>
    public static string Output(string script, params IEnumerable<string> arguments)
    {
        ProgramRun run = ProgramRun.Of(Repository.PathOf("eng/" + script), arguments);
        return run.ExitCode == 0
            ? run.Output.Trim()
            : throw new InvalidOperationException(
                $"eng/{script} {string.Join(' ', arguments)} ended with {run.ExitCode}; eng/install installs what it needs.\n{run.Errors}");
    }
}
