using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Package.Tests.Infrastructure;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Package.Tests.Use;

/// <summary>What a stranger gets who adds the package to a project.</summary>
[Collection(PackageTests.Name)]
public sealed class UseTests(PackedSdk sdk, UseFixture use) : IClassFixture<UseFixture>
{
    [Fact]
    public void Every_project_builds() => use.Output.AssertSuccess();

    [Fact]
    public void Nothing_of_the_package_warns_even_where_every_rule_is_on_and_overflow_is_checked() =>
        Assert.Empty(use.Output.Of(use.Strict.Name));

    [Fact]
    public void A_constant_is_judged_at_its_own_line()
    {
        Assert.Equal(
            Expected(GuestSources.GoodAndBadTargets),
            use.Output.Of(use.Judged.Name).Select(static found => $"{found.File}({found.Line}): {found.Severity} {found.Code}").Order());
    }

    [Fact]
    public void A_verdict_names_what_lives_there_and_the_file_that_says_so()
    {
        BuildDiagnostic verdict = use.Output.Of(use.Judged.Name).Single(static found => found.Code == "HCS2002");
        Assert.Contains("0x40000", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("memory@40000000", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("board.dtb", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Interfaces_and_memory_maps_may_be_named_by_properties()
    {
        Assert.Contains("HypercallSdk.Xen.SchedOp", GuestAssembly.Types(use.Properties.Assembly));
        Assert.Equal("HCS2002", Assert.Single(use.Output.Of(use.Properties.Name)).Code);
    }

    [Fact]
    public void With_the_hook_conduit_a_hypercall_without_hypervisor_answers_ENOSYS()
    {
        Assert.Equal("-38\n", sdk.Run(use.Strict.Folder, use.Strict.Assembly).Output.ReplaceLineEndings("\n"));
        Assert.Equal("-38\n", sdk.Run(use.Kernel.Folder, use.Kernel.Assembly).Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Interfaces_of_other_hypervisors_are_generated_like_Xens()
    {
        string[] types = GuestAssembly.Types(use.Declared.Assembly);
        Assert.Contains("Toy.ToyOp", types);
        Assert.Contains("HypercallSdk.Xen.MemoryOp", types);
    }

    [Fact]
    public void The_hvc_conduit_leaves_assembly_with_a_stub_for_every_declared_hypercall()
    {
        string[] labels =
        [
            .. File.ReadLines(use.Declared.Intermediate("hypercall-hvc.S"))
                .Where(static line => line.StartsWith("hypercall_hvc_", StringComparison.Ordinal)),
        ];
        Assert.Equal(["hypercall_hvc_12:", "hypercall_hvc_70001:"], labels);
    }

    [Fact]
    public void Emitted_files_that_a_project_keeps_among_its_sources_are_not_compiled_again()
    {
        Assert.Contains(
            "Toy.IToyOp.g.cs",
            Directory.EnumerateFiles(use.Declared.PathOf("Emitted"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileName));
        File.AppendAllText(use.Declared.PathOf("IToyOp.cs"), "\n");
        Assert.Empty(use.Declared.Build("--no-restore").AssertSuccess().Diagnostics);
    }

    [Fact]
    public void Only_the_interfaces_that_were_asked_for_are_compiled()
    {
        Assert.Equal(["ISchedOp"], InterfacesOf(use.Selective));
        Assert.Equal(
            Directory.EnumerateFiles(Repository.PathOf("src/HypercallSdk.Xen"), "*.cs", SearchOption.AllDirectories)
                .Select(static path => Path.GetFileNameWithoutExtension(path))
                .Where(IsInterface)
                .Order(StringComparer.Ordinal),
            InterfacesOf(use.Everything));
        Assert.Empty(InterfacesOf(use.Bare));
        Assert.Contains("HypercallSdk.Gfn", GuestAssembly.Types(use.Bare.Assembly));
    }

    [Fact]
    public void A_solution_embeds_the_support_once()
    {
        Assert.Contains("HypercallSdk.Gfn", GuestAssembly.Types(use.Drivers.Assembly));
        Assert.DoesNotContain(
            GuestAssembly.Types(use.Kernel.Assembly), static type => type.StartsWith("HypercallSdk.", StringComparison.Ordinal));
        Assert.Contains("Toy.ToyOp", GuestAssembly.Types(use.Kernel.Assembly));
        Assert.Empty(use.Output.Of(use.Kernel.Name));
        Assert.Empty(use.Output.Of(use.Drivers.Name));
    }

    [Fact]
    public void A_project_that_only_refers_to_a_user_of_the_package_is_left_alone()
    {
        Assert.Contains("Toy.ToyOp", GuestAssembly.Types(use.Careless.Assembly));
        Assert.Contains(
            "buildTransitive", File.ReadAllText(use.Referrer.PathOf("obj/Referrer.csproj.nuget.g.targets")), StringComparison.Ordinal);
        Assert.Equal([".<Module>", ".Program"], GuestAssembly.Types(use.Referrer.Assembly));
        Assert.False(File.Exists(use.Referrer.Intermediate("hypercall-hvc.S")));
        Assert.False(Directory.Exists(use.Referrer.Intermediate("generated")));
    }

    [Fact]
    public void The_package_works_where_it_comes_along_and_is_asked_for_or_is_given_to_every_project()
    {
        Assert.Contains("Toy.ToyOp", GuestAssembly.Types(use.Receiver.Assembly));
        Assert.Contains("hypercall_hvc_70001:", File.ReadLines(use.Receiver.Intermediate("hypercall-hvc.S")));
        Assert.Contains("Toy.ToyOp", GuestAssembly.Types(use.Central.Assembly));
    }

    private static IEnumerable<string> InterfacesOf(GuestProject project)
    {
        const string Xen = "HypercallSdk.Xen.";
        return GuestAssembly.Types(project.Assembly)
            .Where(static type => type.StartsWith(Xen, StringComparison.Ordinal))
            .Select(static type => type[Xen.Length..])
            .Where(IsInterface);
    }

    private static bool IsInterface(string type) => type[0] == 'I' && char.IsAsciiLetterUpper(type[1]);

    /// <summary>The verdicts that a source announces in the comments at its lines' ends.</summary>
    private static IEnumerable<string> Expected(string source)
    {
        const string Mark = " // HCS";
        return source.Split('\n')
            .Select((text, index) => (Text: text.TrimEnd(), Line: index + 1))
            .Where(static line => line.Text.Contains(Mark, StringComparison.Ordinal))
            .Select(static line => $"Mapping.cs({line.Line}): warning {line.Text[^7..]}")
            .Order();
    }
}
