using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>What a build said.</summary>
internal sealed class BuildOutput
{
    private readonly CommandResult _result;

    /// <param name="result">The build command's result.</param>
    public BuildOutput(CommandResult result)
    {
        _result = result;
        Diagnostics = [.. result.Output.Split('\n').Select(BuildDiagnostic.Parse).OfType<BuildDiagnostic>().Distinct()];
    }

    /// <summary>Every warning and error, each once.</summary>
    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; }

    /// <summary>Everything that the build wrote.</summary>
    public string Text => _result.Output;

    /// <summary>The warnings and errors of one project.</summary>
    /// <param name="project">The project's name.</param>
    public BuildDiagnostic[] Of(string project) => [.. Diagnostics.Where(diagnostic => diagnostic.Project == project)];

    /// <summary>Fails unless the build succeeded.</summary>
    /// <returns>This output.</returns>
    public BuildOutput AssertSuccess()
    {
        Assert.True(_result.ExitCode == 0, _result.Output);
        return this;
    }
}
