using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>The <c>dotnet</c> command, run as from a fresh shell.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs the command and waits for it.</summary>
    /// <param name="folder">Where it starts.</param>
    /// <param name="packagesFolder">Where NuGet unpacks packages; null for the machine's own place.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote and its exit code.</returns>
    public static CommandResult Run(string folder, string? packagesFolder, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        PrepareEnvironment(start.Environment, packagesFolder);

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took longer than {Patience}.");
        }

        return new CommandResult(process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }

    /// <summary>The test runner is a build's child: what it inherited must not reach the builds that are tested.</summary>
    private static void PrepareEnvironment(IDictionary<string, string?> environment, string? packagesFolder)
    {
        string[] inherited =
            [.. environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase))];
        foreach (string name in inherited)
        {
            environment.Remove(name);
        }

        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        if (packagesFolder is not null)
        {
            environment["NUGET_PACKAGES"] = packagesFolder;
        }
    }
}
