using System;
using System.Collections.Generic;
using System.IO;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>eng/xen/build: whole, or nothing. What it builds is what <see cref="DebugXenTests"/> boots.</summary>
public sealed class XenBuildTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public void An_unknown_release_is_refused_with_those_that_are_known()
    {
        ProgramRun run = ProgramRun.Of("eng/xen/build", "3.0", "arm64");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Xen 3.0 for arm64 is not known; known are: 4.14 amd64,", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mirror_that_does_not_answer_is_reported_in_apts_words_and_nothing_stays()
    {
        ProgramRun run = Build(("HYPERCALLSDK_DEBIAN_MIRROR", "http://127.0.0.1:1/debian"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("127.0.0.1:1", run.Errors, StringComparison.Ordinal);
        Assert.Contains("the source package xen could not be had from suite bookworm", run.Errors, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_cache, "xen/4.17-debug")], Directory.GetDirectories(Path.Combine(_cache, "xen")));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_cache, "xen/4.17-debug")));
    }

    [Fact]
    public void A_missing_tool_is_named_with_its_mend()
    {
        foreach (string tool in (string[])["bash", "awk", "cat", "dirname", "env", "grep", "mkdir", "readlink"])
        {
            File.CreateSymbolicLink(Path.Combine(_cache, tool), Path.Combine("/usr/bin", tool));
        }

        ProgramRun run = Build(("PATH", _cache));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("apt-get is not installed: run eng/install", run.Errors, StringComparison.Ordinal);
    }

    private ProgramRun Build((string Name, string Value) variable) => ProgramRun.Of(
        "eng/xen/build",
        new Dictionary<string, string> { [variable.Name] = variable.Value, ["HYPERCALLSDK_CACHE"] = _cache },
        ["4.17", "arm64"]);
}
