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

    /// <summary>The generator's file; without it there are no hypercalls and nothing is written.</summary>
    [Required]
    public string EmittedFile { get; set; } = string.Empty;

    /// <summary>Where the assembly goes.</summary>
    [Required]
    public string AssemblyFile { get; set; } = string.Empty;

    /// <summary>The file that was written, or that was there already; none without hypercalls.</summary>
    [Output]
    public ITaskItem[] Written { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!FileAccess.TryRun(Copy, out string reason))
        {
            _errors.Report(
                BuildErrorCodes.InaccessibleFile,
                AssemblyFile,
                $"the hypercall stubs cannot be written: {reason}",
                "make the project's intermediate folder writable");
        }

        return !Log.HasLoggedErrors;
    }

    private void Copy()
    {
        if (File.Exists(EmittedFile))
        {
            Write(Extract(File.ReadAllLines(EmittedFile)));
            Written = [new TaskItem(AssemblyFile)];
        }
    }

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

    private void Write(string text)
    {
        if (!File.Exists(AssemblyFile) || File.ReadAllText(AssemblyFile) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(AssemblyFile))!);
            File.WriteAllText(AssemblyFile, text);
        }
    }
}
