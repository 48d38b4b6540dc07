using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>eng/xen/fetch: whole, verified, or nothing.</summary>
public sealed class FetchTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public async Task Two_fetches_at_a_time_get_one_whole_Xen()
    {
        ProgramRun[] runs = await Task.WhenAll(Task.Run(() => Fetch()), Task.Run(() => Fetch()));

        Assert.All(runs, run => Assert.Equal("", run.Errors));
        Assert.Equal(runs[0].Output, runs[1].Output);
        Dictionary<string, string> paths = runs[0].Output.TrimEnd().Split('\n')
            .Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        Assert.StartsWith("4.17.", paths["package"], StringComparison.Ordinal);
        Assert.Contains("xen_add_to_physmap", await File.ReadAllTextAsync(Path.Combine(paths["include"], "xen/memory.h")), StringComparison.Ordinal);
        Assert.Equal("ARMd"u8.ToArray(), (await File.ReadAllBytesAsync(paths["hypervisor"]))[56..60]);
        Assert.Equal([Path.Combine(_cache, "xen/4.17")], Directory.GetDirectories(Path.Combine(_cache, "xen")));
    }

    [Fact]
    public void A_mirror_that_Debians_key_does_not_vouch_for_is_refused()
    {
        // A keyring of Debian's that today's archive is not signed with.
        ProgramRun run = Fetch(("HYPERCALLSDK_DEBIAN_KEYRING", "/usr/share/keyrings/debian-archive-removed-keys.gpg"));

        AssertNothingWasFetched(run);
    }

    [Fact]
    public void A_mirror_that_does_not_answer_is_reported_in_apts_words()
    {
        ProgramRun run = Fetch(("HYPERCALLSDK_DEBIAN_MIRROR", "http://127.0.0.1:1/debian"));

        AssertNothingWasFetched(run);
        Assert.Contains("127.0.0.1:1", run.Errors, StringComparison.Ordinal);
        Assert.Contains("HYPERCALLSDK_DEBIAN_MIRROR names another mirror", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_keyring_is_named()
    {
        ProgramRun run = Fetch(("HYPERCALLSDK_DEBIAN_KEYRING", "/absent.gpg"));

        AssertNothingWasFetched(run);
        Assert.Contains("/absent.gpg: install debian-archive-keyring", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_release_is_refused_with_those_that_are_known()
    {
        ProgramRun run = ProgramRun.Of("eng/xen/fetch", "3.0", "arm64");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Xen 3.0 for arm64 is not known; known are: 4.14 amd64, 4.14 arm64, 4.17 amd64, 4.17 arm64, 4.20 amd64, 4.20 arm64", run.Errors, StringComparison.Ordinal);
    }

    private ProgramRun Fetch(params (string Name, string Value)[] variables)
    {
        Dictionary<string, string> environment = variables.ToDictionary(pair => pair.Name, pair => pair.Value);
        environment["HYPERCALLSDK_CACHE"] = _cache;
        return ProgramRun.Of("eng/xen/fetch", environment, ["4.17", "arm64"]);
    }

    private void AssertNothingWasFetched(ProgramRun run)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Empty(Directory.GetDirectories(Path.Combine(_cache, "xen/4.17")));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_cache, "xen"), "fetching.*"));
    }
}
