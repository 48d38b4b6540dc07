using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>References by <c>extern alias</c>, which the testing library has no word for.</summary>
internal static class Aliased
{
    /// <summary>Makes the project refer to others of the solution, each by its alias.</summary>
    public static Solution References(Solution solution, ProjectId project, params (string Name, string Alias)[] libraries)
    {
        foreach ((string name, string alias) in libraries)
        {
            ProjectId library = solution.Projects.Single(candidate => candidate.Name == name).Id;
            solution = solution.AddProjectReference(project, new ProjectReference(library, [alias]));
        }

        return solution;
    }
}
