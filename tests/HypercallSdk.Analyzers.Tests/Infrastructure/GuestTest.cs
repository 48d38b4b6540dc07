using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>
/// The compilation of a small guest, which refers to the support source and the interfaces of <see cref="GuestSource"/>. An
/// exception in an analyzer, a missing diagnostic and one too many all fail it.
/// </summary>
internal sealed class GuestTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Root = "/project/";

    private readonly Dictionary<string, string> _properties = [];

    public GuestTest()
    {
        DiagnosticVerifier = static (diagnostic, _, _) => MessageRecord.Check(diagnostic);

        // No packages: the tests run where there is no network.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(RuntimeReferences.All);
        TestState.AdditionalReferences.Add(GuestCompilation.SupportReference);

        SolutionTransforms.Add((solution, _) => solution.ProjectIds.Aggregate(
            solution, (changed, id) => changed.WithProjectCompilationOptions(id, CreateCompilationOptions())));
    }

    /// <summary>
    /// The source under test, with the testing library's markup for the diagnostics that it shall have.
    /// </summary>
    public string Guest
    {
        init => TestState.Sources.Add((Root + "Guest.cs", value));
    }

    /// <summary>The project's memory map.</summary>
    public string? Map
    {
        init
        {
            if (value is not null)
            {
                AddMap("board.memmap", value);
            }
        }
    }

    /// <summary>Sets an MSBuild property that the compiler can see.</summary>
    public GuestTest<TAnalyzer> With(string property, string value)
    {
        _properties[property] = value;
        return this;
    }

    /// <summary>Adds a memory map as an item of the project.</summary>
    public GuestTest<TAnalyzer> AddMap(string path, string text)
    {
        string full = Root + path;
        TestState.AdditionalFiles.Add((full, text));
        TestState.AnalyzerConfigFiles.Add((
            full + ".globalconfig",
            $"is_global = true\n[{full}]\nbuild_metadata.AdditionalFiles.HypercallMemoryMap = true\n"));
        return this;
    }

    /// <summary>Runs the test.</summary>
    public async Task Run()
    {
        if (_properties.Count > 0)
        {
            IEnumerable<string> lines = _properties.Select(
                static property => $"build_property.{property.Key} = {property.Value}");
            string text = "is_global = true\n" + string.Join('\n', lines);
            TestState.AnalyzerConfigFiles.Add((Root + "properties.globalconfig", text));
        }

        await RunAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12);

    /// <inheritdoc/>
    protected override CompilationOptions CreateCompilationOptions() => new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable,
        concurrentBuild: false);
}
