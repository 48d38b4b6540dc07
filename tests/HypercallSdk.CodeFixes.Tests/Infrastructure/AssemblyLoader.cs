using System.Reflection;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.CodeFixes.Tests.Infrastructure;

/// <summary>Hands the workspace the assemblies that the tests themselves have loaded.</summary>
internal sealed class AssemblyLoader : IAnalyzerAssemblyLoader
{
    /// <inheritdoc/>
    public void AddDependencyLocation(string fullPath)
    {
    }

    /// <inheritdoc/>
    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
