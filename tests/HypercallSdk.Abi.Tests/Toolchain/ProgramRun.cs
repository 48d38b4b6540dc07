using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace HypercallSdk.Abi.Tests.Toolchain;

/// <summary>How a program ended and what it wrote.</summary>
/// <param name="ExitCode">0 for success, as ever.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end, at the top of the repository and in the C locale: tests read what it writes.</summary>
    public static ProgramRun Of(string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["LC_ALL"] = "C";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
