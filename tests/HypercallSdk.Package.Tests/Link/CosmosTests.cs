using System;
using System.IO;
using System.Linq;
using HypercallSdk.Package.Tests.Infrastructure;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Package.Tests.Link;

/// <summary>
/// A build that assembles by itself, after the model of Cosmos (its third generation): <c>AsmFiles</c> are looked for behind the
/// build, and handed one by one to an assembler that is told neither folders nor definitions, in a command line without quotes.
/// </summary>
[Collection(PackageTests.Name)]
public sealed class CosmosTests(PackedSdk sdk)
{
    private const string Model = """
        <Target Name="FindAsmSourceFiles" AfterTargets="Build">
          <ItemGroup>
            <MissingAsmFile Include="@(AsmFiles)" Condition="!Exists('%(FullPath)')" />
          </ItemGroup>
          <Error Text="There is no @(MissingAsmFile)." Condition="'@(MissingAsmFile)' != ''" />
        </Target>
        <Target Name="BuildAsm" AfterTargets="Build" DependsOnTargets="FindAsmSourceFiles">
          <Error Text="There is nothing to assemble." Condition="'@(AsmFiles)' == ''" />
          <MakeDir Directories="$(IntermediateOutputPath)cosmos/asm" />
          <Exec Command="aarch64-linux-gnu-gcc -c -o $(IntermediateOutputPath)cosmos/asm/$([System.Guid]::NewGuid()).obj %(AsmFiles.Identity)" />
        </Target>
        """;

    [Fact]
    public void It_is_handed_the_stubs_of_all_of_the_guests_projects_each_time_as_they_are()
    {
        LinkedGuest guest = new(sdk, "Cosmic", "arm64", "hvc", wantsPackages: false);
        guest.Kernel.Target(Model).Save().Build().AssertSuccess();
        Assert.Equal(["hypercall_hvc_17", "hypercall_hvc_40"], Stubs(guest.Kernel));

        guest.Kernel.File("Program.cs", LinkedSources.Guest(41)).Build("--no-restore").AssertSuccess();
        Assert.Equal(["hypercall_hvc_17", "hypercall_hvc_41"], Stubs(guest.Kernel));
    }

    /// <summary>The stubs of the last build, whose objects are deleted.</summary>
    private static string[] Stubs(GuestProject project)
    {
        string[] objects = Directory.GetFiles(project.Intermediate("cosmos/asm"));
        ProgramRun symbols = ProgramRun.Of("aarch64-linux-gnu-nm", ["--format=posix", .. objects]);
        Assert.True(symbols.ExitCode == 0, symbols.Errors);
        Array.ForEach(objects, File.Delete);
        return [.. symbols.Output.Split('\n').Where(static line => line.Contains(" W ", StringComparison.Ordinal)).Select(static line => line.Split(' ')[0]).Order()];
    }
}
