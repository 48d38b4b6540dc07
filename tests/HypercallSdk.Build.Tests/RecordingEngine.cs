using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Xunit;

namespace HypercallSdk.Build.Tests;

/// <summary>As much of MSBuild as a task needs: it remembers what was logged.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "engine.proj";

    /// <summary>The one error, which has this code.</summary>
    public BuildErrorEventArgs Only(string code)
    {
        BuildErrorEventArgs error = Assert.Single(Errors);
        Assert.Equal(code, error.Code);
        return error;
    }

    public string[] Codes => [.. Errors.Select(static error => error.Code)];

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Assert.Fail($"an unexpected warning: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        // Messages change nothing about a build.
    }

    public void LogCustomEvent(CustomBuildEventArgs e) => Assert.Fail($"an unexpected event: {e.Message}");

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;
}
