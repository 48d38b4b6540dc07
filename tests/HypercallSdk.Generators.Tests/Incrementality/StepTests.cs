using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Incrementality;

/// <summary>What an edit makes the generator do again.</summary>
public sealed class StepTests
{
    private const string First = """
        using HypercallSdk;
        namespace Demo;
        /// <summary>The first.</summary>
        [Hypercall(40, "first_op")]
        public partial interface IFirstOp
        {
            [HypercallOp(1, "FIRST_read", Struct = "xen_first")] XenResult Read(uint value);
        }
        public static class Beside { public const int Number = 1; }
        """;

    private const string Second = """
        using HypercallSdk;
        namespace Demo;
        [Hypercall(41, "second_op")]
        public partial interface ISecondOp
        {
            [HypercallOp(1, "SECOND_read")] XenResult Read(uint value);
        }
        """;

    private const string Third = "namespace Demo; public static class Far { public const int Number = 1; }";

    private const string Fourth = """
        using HypercallSdk;
        namespace Demo;
        [HypercallStruct("demo_pair")] public partial struct Pair { static partial void Fields(byte a, ulong b); }
        [HypercallUnion] public partial struct Either { static partial void Fields(byte a, ulong b); }
        """;

    private static readonly CSharpCompilation Before = Guest.With(First, Second, Third, Fourth);

    private static readonly IncrementalStepRunReason[] Kept = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void The_tracked_steps_are_those_of_StepNames()
    {
        GeneratorRunResult result = Run(Driver(), Before).Result;

        string[] names = [StepNames.Options, StepNames.Corlib, StepNames.Declarations, StepNames.Structs, StepNames.Unions, StepNames.RecordText, StepNames.Twins, StepNames.Text, StepNames.Hypercalls];
        Assert.Empty(names.Except(result.TrackedSteps.Keys));
    }

    [Theory]
    [InlineData(2, "Number = 1", "Number = 2")] // in a file without declarations
    [InlineData(0, "Number = 1", "Number = 2")] // in a declaration's own file
    [InlineData(0, "[HypercallOp(1", "// a comment\n    [HypercallOp(1")] // inside the interface, but of no meaning
    [InlineData(0, "uint value", "uint   value")]
    [InlineData(1, "using HypercallSdk;", "using HypercallSdk;\nusing System;")]
    public void An_edit_that_changes_no_declaration_re_emits_nothing(int file, string was, string becomes)
    {
        (GeneratorDriver driver, GeneratorRunResult _) = Run(Driver(), Before);

        GeneratorRunResult result = Run(driver, Edited(file, was, becomes)).Result;

        Assert.All(OwnSteps(result), static step => Assert.All(step.Outputs, static output => Assert.Contains(output.Reason, Kept)));
        Assert.All(FileSteps(result), static step => Assert.All(step.Outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    [Fact]
    public void A_new_file_re_emits_nothing()
    {
        (GeneratorDriver driver, GeneratorRunResult _) = Run(Driver(), Before);

        GeneratorRunResult result = Run(driver, Before.AddSyntaxTrees(Guest.Tree("public static class Newcomer { }", "New.cs"))).Result;

        Assert.All(FileSteps(result), static step => Assert.All(step.Outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    [Theory]
    [InlineData("uint value", "ulong value")]
    [InlineData("The first.", "The very first.")]
    [InlineData("HypercallOp(1", "HypercallOp(2")]
    [InlineData("xen_first", "xen_one")]
    public void An_edit_of_one_interface_re_emits_that_one_only(string was, string becomes)
    {
        (GeneratorDriver driver, GeneratorRunResult _) = Run(Driver(), Before);

        GeneratorRunResult result = Run(driver, Edited(0, was, becomes)).Result;

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(result, StepNames.Text));
        Assert.All(Reasons(result, StepNames.Hypercalls), static reason => Assert.Contains(reason, Kept));
    }

    [Fact]
    public void A_change_of_the_conduit_re_emits_everything()
    {
        GeneratorDriver driver = Run(Driver(), Before).Driver.WithUpdatedAnalyzerConfigOptions(BuildProperties.Hvc);

        GeneratorRunResult result = Run(driver, Before).Result;

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified], Reasons(result, StepNames.Text));
        Assert.Contains("through hvc", result.GeneratedSources.Single(static source => source.HintName == "Demo.IFirstOp.g.cs").SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_that_is_taken_away_takes_its_file_with_it()
    {
        (GeneratorDriver driver, GeneratorRunResult _) = Run(Driver(), Before);

        GeneratorRunResult result = Run(driver, Edited(1, "[Hypercall(41, \"second_op\")]", "")).Result;

        Assert.Equal(
            ["Demo.Either.g.cs", "Demo.IFirstOp.g.cs", "Demo.Pair.g.cs", "Hypercall.Conduit.g.cs"], result.GeneratedSources.Select(static source => source.HintName).Order());
    }

    private static GeneratorDriver Driver() => Generation.Driver(BuildProperties.Hook);

    private static (GeneratorDriver Driver, GeneratorRunResult Result) Run(GeneratorDriver driver, Compilation guest)
    {
        GeneratorDriver after = driver.RunGenerators(guest);
        return (after, after.GetRunResult().Results.Single());
    }

    /// <summary>The guest as an editor hands it on: every other file's tree is the same object as before.</summary>
    private static CSharpCompilation Edited(int file, string was, string becomes)
    {
        SyntaxTree tree = Before.SyntaxTrees.Single(tree => tree.FilePath == $"Source{file}.cs");
        string source = tree.GetText().ToString();
        Assert.Contains(was, source, StringComparison.Ordinal);
        return Before.ReplaceSyntaxTree(tree, Guest.Tree(source.Replace(was, becomes, StringComparison.Ordinal), tree.FilePath));
    }

    private static IEnumerable<IncrementalGeneratorRunStep> OwnSteps(GeneratorRunResult result) =>
        typeof(StepNames).GetFields().SelectMany(field => result.TrackedSteps[(string)field.GetValue(null)!]);

    private static IEnumerable<IncrementalGeneratorRunStep> FileSteps(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(static pair => pair.Value);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string name) =>
        result.TrackedSteps[name].SelectMany(static step => step.Outputs).Select(static output => output.Reason);
}
