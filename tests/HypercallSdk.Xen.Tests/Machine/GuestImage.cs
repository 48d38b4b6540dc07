using System;
using System.Collections.Concurrent;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>A bare-metal Image of a guest project, built once in a test run.</summary>
internal sealed class GuestImage
{
    private static readonly ConcurrentDictionary<string, Lazy<GuestImage>> Built = new();

    private GuestImage(string path)
    {
        Path = path;
    }

    /// <summary>Where the Image is.</summary>
    public string Path { get; }

    /// <summary>The Image of a project.</summary>
    /// <param name="project">The project's path in the repository, such as <c>tests/guests/Experiments</c>.</param>
    /// <exception cref="InvalidOperationException">It could not be built; the message has eng/guest-image's own words.</exception>
    public static GuestImage Of(string project)
        => Built.GetOrAdd(project, static key => new Lazy<GuestImage>(() => Build(key))).Value;

    private static GuestImage Build(string project)
    {
        ProgramRun run = ProgramRun.Of("eng/guest-image", Repository.PathOf(project));
        return run.ExitCode == 0
            ? new GuestImage(run.Output.Trim())
            : throw new InvalidOperationException(run.Errors);
    }
}
