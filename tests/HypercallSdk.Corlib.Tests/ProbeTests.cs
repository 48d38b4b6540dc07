using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Corlib.Tests.Infrastructure;
using HypercallSdk.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Corlib.Tests;

/// <summary>What a corlib lacks is found out once a compilation, however many hypercalls it declares.</summary>
public sealed class ProbeTests
{
    [Fact]
    public void A_compilation_is_probed_once_for_all_of_its_interfaces()
    {
        CSharpCompilation guest = Guest.On("ZerosharpLike", isSupportPublic: true);

        GeneratorRunResult result = Run(Guest.Driver(guest, "hvc"), guest).Result;

        Assert.True(result.TrackedSteps[StepNames.Text].Length > 1);
        Assert.Single(Assert.Single(result.TrackedSteps[StepNames.Corlib]).Outputs);
    }

    [Fact]
    public void An_edit_that_gives_the_corlib_nothing_new_changes_no_answer()
    {
        CSharpCompilation guest = Guest.On("ZerosharpLike", isSupportPublic: true);
        GeneratorDriver driver = Run(Guest.Driver(guest, "hvc"), guest).Driver;

        GeneratorRunResult result = Run(driver, With(guest, "static class Newcomer { }")).Result;

        Assert.Equal([IncrementalStepRunReason.Unchanged], ReasonsOf(result, StepNames.Corlib));
        Assert.All(ReasonsOf(result, StepNames.Text), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_corlib_that_gains_a_type_has_everything_emitted_anew()
    {
        CSharpCompilation guest = Guest.On("ZerosharpLike", isSupportPublic: true);
        GeneratorDriver driver = Run(Guest.Driver(guest, "hvc"), guest).Driver;

        GeneratorRunResult result = Run(
            driver,
            With(guest, "namespace System.Runtime.InteropServices { class SuppressGCTransitionAttribute : Attribute { } }")).Result;

        Assert.Equal([IncrementalStepRunReason.Modified], ReasonsOf(result, StepNames.Corlib));
        Assert.All(ReasonsOf(result, StepNames.Text), static reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
    }

    private static CSharpCompilation With(CSharpCompilation guest, string source) =>
        guest.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)guest.SyntaxTrees[0].Options));

    private static (GeneratorDriver Driver, GeneratorRunResult Result) Run(GeneratorDriver driver, CSharpCompilation guest)
    {
        GeneratorDriver after = driver.RunGenerators(guest);
        return (after, after.GetRunResult().Results.Single());
    }

    private static IReadOnlyList<IncrementalStepRunReason> ReasonsOf(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason)];
}
