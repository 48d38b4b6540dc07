using System.Linq;
using HypercallSdk.Package.Tests.Infrastructure;

namespace HypercallSdk.Package.Tests.Errors;

/// <summary>The projects with a mistake each, built by one command.</summary>
public sealed class ErrorFixture
{
    /// <summary>Writes the projects and builds them; xunit does it once for <see cref="ErrorTests"/>.</summary>
    public ErrorFixture(PackedSdk sdk)
    {
        Output = GuestSolution.Build(sdk, nameof(Errors), AllCases.Select(found => Project(sdk, found)));
    }

    /// <summary>Every mistake.</summary>
    internal static ErrorCase[] AllCases { get; } =
        [.. ErrorCases.Properties, .. ErrorCases.MemoryMaps, .. ErrorCases.Units, .. ErrorCases.Declarations];

    /// <summary>What the build said.</summary>
    internal BuildOutput Output { get; }

    private static GuestProject Project(PackedSdk sdk, ErrorCase mistake)
    {
        GuestProject project = new(sdk, mistake.Name);
        mistake.Spoil(project);
        return project;
    }
}
