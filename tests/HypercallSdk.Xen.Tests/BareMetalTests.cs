using System;
using System.IO;
using HypercallSdk.Testing;
using HypercallSdk.Xen.Tests.Machine;
using Xunit;

namespace HypercallSdk.Xen.Tests;

/// <summary>C# on bare metal: what a guest may use, and what is refused when it is built.</summary>
public sealed class BareMetalTests
{
    [Theory]
    [InlineData(DomainKind.Dom0)]
    [InlineData(DomainKind.DomU)]
    [InlineData(DomainKind.Arm32Dom0)]
    [InlineData(DomainKind.Arm32DomU)]
    [InlineData(DomainKind.PvDom0)]
    [InlineData(DomainKind.PvhDom0)]
    [InlineData(DomainKind.PvhDomU)]
    public void What_guest_source_may_use_of_the_language_works(DomainKind kind)
    {
        XenRun run = XenMachine.Boot(kind, GuestImage.For(kind, "tests/guests/Language"));

        Assert.Equal(["every construct works"], run.GuestLines);
        Assert.Equal(Verdict.Passed, run.Verdict);
    }

    [Fact]
    public void A_guest_that_allocates_is_refused()
        => Assert.Contains(
            "A symbol named Rh… is the .NET runtime's: the guest allocates",
            Refusal("public static object Make() => new object[*(int*)0];", "Make() is null ? 1 : 42"),
            StringComparison.Ordinal);

    [Fact]
    public void A_guest_with_a_static_field_of_a_reference_type_is_refused()
        => Assert.Contains(
            "a static field of a reference type (a string, an array) wants a heap",
            Refusal(
                """
                private static string _name = "a";

                public static int Length(bool other)
                {
                    _name = other ? "other" : _name;
                    return _name.Length;
                }
                """,
                "Length(*boot == 0)"),
            StringComparison.Ordinal);

    [Fact]
    public void A_type_that_the_corlib_lacks_is_named()
    {
        string refusal = Refusal("public static int Cores => System.Environment.ProcessorCount;", "Cores");

        Assert.Contains("System.Environment", refusal, StringComparison.Ordinal);
        Assert.Contains("is not in the guests' corlib", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_assembly_file_is_named()
        => Assert.Contains(
            "names the assembly file absent.S among its BareMetalAssembly items, which does not exist",
            Refusal("", "42", "<BareMetalAssembly Include=\"absent.S\" />"),
            StringComparison.Ordinal);

    [Fact]
    public void A_project_that_is_no_guest_is_refused()
    {
        ProgramRun run = ProgramRun.Of("eng/guest-image", "eng/bare-metal/Corlib");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does it import eng/bare-metal/BareMetal.targets", run.Errors, StringComparison.Ordinal);
    }

    // A guest of a few lines, in a folder of its own below the repository's, so that it is built as every guest is.
    private static string Refusal(string members, string result, string items = "")
    {
        string folder = Repository.PathOf($"artifacts/refused/{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        try
        {
            string targets = Repository.PathOf("eng/bare-metal/BareMetal.targets");
            File.WriteAllText(Path.Combine(folder, "Refused.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>{items}</ItemGroup>
                  <Import Project="{targets}" />
                </Project>
                """);
            File.WriteAllText(Path.Combine(folder, "Guest.cs"), $$"""
                internal static unsafe class Guest
                {
                    {{members}}

                    [System.Runtime.InteropServices.UnmanagedCallersOnly(EntryPoint = "kernel_main")]
                    public static int KernelMain(byte* boot) => {{result}};
                }
                """);
            ProgramRun run = ProgramRun.Of("eng/guest-image", folder);
            Assert.Equal(1, run.ExitCode);
            return run.Errors;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
