using System;
using System.Collections.Concurrent;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>A bare-metal image of a guest project, built once in a test run.</summary>
internal sealed class GuestImage
{
    private static readonly ConcurrentDictionary<(string Project, string Options), Lazy<GuestImage>> Built = new();

    private GuestImage(string path)
    {
        Path = path;
    }

    /// <summary>Where the image is.</summary>
    public string Path { get; }

    /// <summary>The image of a project, by its own properties.</summary>
    /// <param name="project">The project's path in the repository, such as <c>tests/guests/Experiments</c>.</param>
    /// <param name="stubs">What its stubs are; null for what the project says.</param>
    /// <exception cref="InvalidOperationException">It could not be built; the message has eng/guest-image's own words.</exception>
    public static GuestImage Of(string project, string? stubs = null) => Cached(project, StubsOption(stubs));

    /// <summary>The image of a project for x86-64: one for both kinds of guest.</summary>
    /// <param name="project">The project's path in the repository.</param>
    /// <param name="conduit">How its hypercalls trap.</param>
    /// <param name="stubs">What its stubs are; null for what the project says.</param>
    /// <exception cref="InvalidOperationException">It could not be built; the message has eng/guest-image's own words.</exception>
    public static GuestImage OfX86(string project, string conduit = "hypercall-page", string? stubs = null) =>
        Cached(project, $"--abi x86_64 --conduit {conduit}{StubsOption(stubs)}");

    /// <summary>The image of a project for 32-bit Arm.</summary>
    /// <param name="project">The project's path in the repository.</param>
    /// <exception cref="InvalidOperationException">It could not be built; the message has eng/guest-image's own words.</exception>
    public static GuestImage OfArm32(string project) => Cached(project, "--abi arm32");

    /// <summary>The program of a project for a Linux control domain.</summary>
    /// <param name="project">The project's path in the repository.</param>
    /// <exception cref="InvalidOperationException">It could not be built; the message has eng/linux-program's own words.</exception>
    public static GuestImage OfLinux(string project) =>
        Built.GetOrAdd((project, "linux"), static key => new Lazy<GuestImage>(() => Run("eng/linux-program", Repository.PathOf(key.Project)))).Value;

    /// <summary>The image of a project for a kind of guest.</summary>
    public static GuestImage For(DomainKind kind, string project) => kind switch
    {
        DomainKind.PvDom0 or DomainKind.PvhDom0 or DomainKind.PvhDomU => OfX86(project),
        DomainKind.Arm32Dom0 or DomainKind.Arm32DomU => OfArm32(project),
        _ => Of(project),
    };

    private static string StubsOption(string? stubs) => stubs is null ? string.Empty : " --stubs " + stubs;

    private static GuestImage Cached(string project, string options) =>
        Built.GetOrAdd((project, options), static key => new Lazy<GuestImage>(() => Build(key.Project, key.Options))).Value;

    private static GuestImage Build(string project, string options) =>
        Run("eng/guest-image", [.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), Repository.PathOf(project)]);

    private static GuestImage Run(string script, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of(script, arguments);
        return run.ExitCode == 0
            ? new GuestImage(run.Output.Trim())
            : throw new InvalidOperationException(run.Errors);
    }
}
