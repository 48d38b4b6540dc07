using System.Collections.Generic;
using System.IO;
using HypercallSdk.Model.AddressSpace;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace HypercallSdk.Build;

/// <summary>
/// Turns the project's memory maps into text, because a compiler hands text to its analyzers and nothing else. A map that
/// cannot be read whole is an error and gives no output.
/// </summary>
public sealed class ReadMemoryMaps : Task
{
    private readonly ErrorReporter _errors;

    /// <summary>Creates the task; MSBuild does.</summary>
    public ReadMemoryMaps()
    {
        _errors = new ErrorReporter(Log);
    }

    /// <summary>The <c>HypercallMemoryMap</c> items: <c>.dtb</c>, <c>.dts</c> or <c>.memmap</c> files, relative to the project.</summary>
    [Required]
    public ITaskItem[] MemoryMaps { get; set; } = [];

    /// <summary>Where the text made of a device tree goes; relative to the project.</summary>
    [Required]
    public string OutputDirectory { get; set; } = string.Empty;

    /// <summary>The project, which relative paths start from and which an error about an item names.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>A text for every map: what was made of a binary device tree, or the item itself.</summary>
    [Output]
    public ITaskItem[] AdditionalFiles { get; private set; } = [];

    /// <summary>Reads every map.</summary>
    /// <returns>Whether all of them could be read.</returns>
    public override bool Execute()
    {
        List<ITaskItem> files = [];
        foreach (ITaskItem item in MemoryMaps)
        {
            string? path = null;
            if (!FileAccess.TryRun(() => path = Read(item.ItemSpec), out string reason))
            {
                ReportAccess(item.ItemSpec, reason);
            }

            if (path is not null)
            {
                TaskItem file = FileItem.Of(path);
                item.CopyMetadataTo(file);
                files.Add(file);
            }
        }

        AdditionalFiles = [.. files];
        return !Log.HasLoggedErrors;
    }

    /// <summary>Reads one map and returns its text's file; none after an error.</summary>
    private string? Read(string item)
    {
        string path = FromProject(item);
        if (Directory.Exists(path))
        {
            ReportAccess(item, "it is a directory");
            return null;
        }

        string extension = ExtensionOf(item);
        if (extension is not (".dtb" or ".dts" or ".memmap"))
        {
            ReportExtension(item, extension);
            return null;
        }

        if (!File.Exists(path))
        {
            _errors.Report(
                BuildErrorCodes.MissingMemoryMap,
                ProjectFile,
                $"there is no memory map '{item}' (looked for {path})",
                "correct the HypercallMemoryMap item, or make the file before the build");
            return null;
        }

        return extension == ".dtb" ? ReadDeviceTree(item, path) : ReadText(item, path, extension);
    }

    private string? ReadDeviceTree(string item, string path)
    {
        MemoryMapResult result = DeviceTreeMemoryMap.Read(File.ReadAllBytes(path), item);
        return IsWhole(result, item, path, BuildErrorCodes.CorruptDeviceTree, out MemoryMap map) ? Write(item, map) : null;
    }

    private string? ReadText(string item, string path, string extension)
    {
        string text = File.ReadAllText(path);
        MemoryMapResult result = extension == ".dts" ? DeviceTreeMemoryMap.Read(text, item) : MemoryMapText.Parse(text, item);
        return IsWhole(result, item, path, BuildErrorCodes.BadMemoryMapText, out _) ? path : null;
    }

    private bool IsWhole(MemoryMapResult result, string item, string path, string code, out MemoryMap map)
    {
        foreach (MemoryMapProblem problem in result.Problems)
        {
            string cause = problem.Place.Length == 0 ? problem.Cause : $"at {problem.Place}: {problem.Cause}";
            // What the preprocessor put into a source comes from other files, which the source names.
            string file = problem.Path == item ? path : problem.Path;
            _errors.Report(code, file, cause, problem.Mend, problem.Line, problem.Column);
        }

        map = result.Map ?? MemoryMap.Empty;
        return result.Map is not null;
    }

    /// <summary>Writes what was read as text, and returns the text's file.</summary>
    private string Write(string item, MemoryMap map)
    {
        string name = $"{Path.GetFileNameWithoutExtension(item)}-{StableHash.OfPath(item)}.memmap";
        string path = Path.Combine(FromProject(OutputDirectory), name);
        string text = $"# Made from {Path.GetFileName(item)}; the next build makes it anew.\n{MemoryMapText.Write(map)}";
        FileAccess.WriteIfChanged(path, text);
        return path;
    }

    private void ReportAccess(string item, string reason) => _errors.Report(
        BuildErrorCodes.InaccessibleFile,
        ProjectFile,
        $"the memory map '{item}' cannot be read or turned into text: {reason}",
        "correct the HypercallMemoryMap item, or the permissions of what it names");

    private void ReportExtension(string item, string extension) => _errors.Report(
        BuildErrorCodes.UnknownMemoryMapKind,
        ProjectFile,
        $"the memory map '{item}' is no .dtb, .dts or .memmap file",
        extension == ".dtsi"
            ? "name the .dts that includes it, expanded: cpp -nostdinc -undef -x assembler-with-cpp -I DIRECTORY board.dts"
            : "name a device tree (.dtb, or .dts with its includes expanded) or a memory map in text (.memmap)");

    private string FromProject(string path) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(ProjectFile))!, path));

    private static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
