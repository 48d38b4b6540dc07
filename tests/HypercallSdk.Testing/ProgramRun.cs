using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace HypercallSdk.Testing;

/// <summary>How a program ended and what it wrote.</summary>
/// <param name="ExitCode">0 for success, as ever.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    private static readonly Dictionary<string, string> NoVariables = [];

    /// <summary>Runs a program to its end, at the top of the repository and in the C locale: tests read what it writes.</summary>
    /// <param name="program">A script's path in the repository, such as <c>eng/xen/boot</c>, or a command's name without a slash.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static ProgramRun Of(string program, params IEnumerable<string> arguments) => Of(program, NoVariables, arguments);

    /// <summary>Runs a program as the other overload does, with variables of the environment beside the inherited ones.</summary>
    /// <param name="program">A script's path in the repository, or a command's name without a slash.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static ProgramRun Of(string program, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program.Contains('/') ? Repository.PathOf(program) : program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["LC_ALL"] = "C";
        foreach (KeyValuePair<string, string> variable in variables)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        return ToItsEnd(start);
    }

    private static ProgramRun ToItsEnd(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();

        // Both at once: a program that fills one pipe while the other is read would wait for ever.
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
