using System;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A guest with what the generator makes of it.</summary>
/// <param name="Compilation">The guest's own files and the emitted ones.</param>
/// <param name="Problems">What the generator's run itself reported.</param>
public sealed record EmittedGuest(CSharpCompilation Compilation, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Runs the generator.</summary>
    /// <exception cref="InvalidOperationException">It threw.</exception>
    public static EmittedGuest Of(CSharpCompilation guest, ProjectProperties properties)
    {
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(
                [new HypercallGenerator().AsSourceGenerator()],
                optionsProvider: properties,
                parseOptions: (CSharpParseOptions)guest.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(guest, out Compilation output, out ImmutableArray<Diagnostic> problems);
        return driver.GetRunResult().Results.Single().Exception is { } exception
            ? throw new InvalidOperationException("The generator threw.", exception)
            : new EmittedGuest((CSharpCompilation)output, problems);
    }
}
