using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>Many projects that are restored and built by one command, because a command costs more than a project.</summary>
internal static class GuestSolution
{
    /// <summary>Builds projects, each of them whatever becomes of the others.</summary>
    public static BuildOutput Build(PackedSdk sdk, string name, IEnumerable<GuestProject> projects)
    {
        string[] lines = [.. projects.Select(static project => $"""  <Project Path="{project.Save().ProjectFile}" />""")];
        string file = Path.Combine(sdk.Root, name + ".slnx");
        File.WriteAllText(file, $"<Solution>\n{string.Join('\n', lines)}\n</Solution>\n");
        return sdk.Build(file);
    }
}
