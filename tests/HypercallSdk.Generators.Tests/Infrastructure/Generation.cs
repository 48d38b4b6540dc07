using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>One run of the generator over a guest.</summary>
internal sealed class Generation
{
    private static readonly Lazy<Generation> XenByHvc = new(static () => Run(Guest.Xen, BuildProperties.Hvc));
    private static readonly Lazy<Generation> XenByHook = new(static () => Run(Guest.Xen, BuildProperties.Hook));

    private Generation(Compilation output, GeneratorDriverRunResult result)
    {
        Output = output;
        Result = result.Results.Single();
    }

    /// <summary>The guest with what was emitted.</summary>
    public Compilation Output { get; }

    /// <summary>What the driver says of the run.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The emitted files' names.</summary>
    public IReadOnlyList<string> Files => [.. Result.GeneratedSources.Select(static source => source.HintName)];

    /// <summary>Everything that the compiler says of the guest, warnings among it.</summary>
    public IReadOnlyList<Diagnostic> Complaints => Of(Output);

    /// <summary>The one run over Xen's own declarations that all tests of its outcome share.</summary>
    /// <param name="conduit"><c>hvc</c> or <c>hook</c>.</param>
    public static Generation OfXen(string conduit) => conduit == "hvc" ? XenByHvc.Value : XenByHook.Value;

    /// <summary>Runs the generator.</summary>
    public static Generation Run(Compilation guest, BuildProperties properties)
    {
        GeneratorDriver driver = Driver(properties).RunGeneratorsAndUpdateCompilation(guest, out Compilation output, out _);
        return new Generation(output, driver.GetRunResult());
    }

    /// <summary>A driver with the generator.</summary>
    /// <param name="properties">The project's properties.</param>
    /// <param name="trackSteps">Whether it tells of its steps.</param>
    public static GeneratorDriver Driver(BuildProperties properties, bool trackSteps = true) => CSharpGeneratorDriver.Create(
        [new HypercallGenerator().AsSourceGenerator()],
        additionalTexts: [],
        Guest.ParseOptions,
        properties,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>An emitted file's text.</summary>
    public string Text(string file) => Result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();

    /// <summary>Whether a place is in an emitted file.</summary>
    public bool IsEmitted(Location location) =>
        location.SourceTree is { } tree && Result.GeneratedSources.Any(source => source.SyntaxTree == tree);

    /// <summary>What the compiler says, hints left out; emission too, because constants and layouts are judged late.</summary>
    private static IReadOnlyList<Diagnostic> Of(Compilation compilation)
    {
        using MemoryStream image = new();
        ImmutableArray<Diagnostic> diagnostics = compilation.Emit(image).Diagnostics;
        return [.. diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)];
    }
}
