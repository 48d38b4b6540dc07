using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace HypercallSdk.Build;

/// <summary>
/// Takes the assembly out of the C# file in which the generator left it, between <c>#if</c> and <c>#endif</c>, and writes it
/// to a file of its own. A file that would not change is not touched, so that nothing is assembled again.
/// </summary>
public sealed class WriteAssembly : Task
{
    private readonly ErrorReporter _errors;

    /// <summary>Creates the task; MSBuild does.</summary>
    public WriteAssembly()
    {
        _errors = new ErrorReporter(Log);
    }

    /// <summary>The generator's file: it is there after every compilation, in one without hypercalls as well.</summary>
    [Required]
    public string EmittedFile { get; set; } = string.Empty;

    /// <summary>Where the assembly goes.</summary>
    [Required]
    public string AssemblyFile { get; set; } = string.Empty;

    /// <summary>The file that was written, or that was there already; none after an error.</summary>
    [Output]
    public ITaskItem[] Written { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!File.Exists(EmittedFile))
        {
            _errors.Report(
                BuildErrorCodes.InaccessibleFile,
                EmittedFile,
                "the hypercall stubs cannot be written: the compiler has not run the package's generator, which leaves them in this file",
                "build again, and look for a warning that says why the generator was left out");
        }
        else if (FileAccess.TryRun(Copy, out string reason))
        {
            Written = [FileItem.Of(AssemblyFile)];
        }
        else
        {
            _errors.Report(
                BuildErrorCodes.InaccessibleFile,
                AssemblyFile,
                $"the hypercall stubs cannot be written: {reason}",
                "make the project's intermediate folder writable");
        }

        return !Log.HasLoggedErrors;
    }

    private void Copy() => FileAccess.WriteIfChanged(AssemblyFile, Extract(File.ReadAllLines(EmittedFile)));

    private static string Extract(IEnumerable<string> lines)
    {
        StringBuilder text = new();
        bool isInside = false;
        foreach (string line in lines)
        {
            if (line.StartsWith("#endif", StringComparison.Ordinal))
            {
                isInside = false;
            }

            if (isInside)
            {
                text.Append(line).Append('\n');
            }

            isInside |= line.StartsWith("#if", StringComparison.Ordinal);
        }

        return text.ToString();
    }
}
