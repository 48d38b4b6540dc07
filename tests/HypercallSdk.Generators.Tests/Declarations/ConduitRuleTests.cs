using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>An interface that the project's conduit cannot call is reported and not emitted.</summary>
public sealed class ConduitRuleTests
{
    private const string OwnConduit = """
        using HypercallSdk;
        [Hypercall("psci"), HypercallConduit(Number = "x0", Arguments = "x1")]
        public partial interface IPsci { [HypercallOp(0x84000000, "PSCI_VERSION")] long Version(); }
        """;

    private const string BeyondPage = """
        using HypercallSdk;
        [Hypercall("far")]
        public partial interface IFar
        {
            [HypercallOp(127, "FAR_last")] long Last();
            [HypercallOp(128, "FAR_beyond")] long Beyond();
        }
        """;

    [Theory]
    [InlineData(
        OwnConduit, "x86_64", "vmcall",
        "'HypercallConduit' names registers of arm64, but the project is for x86_64; let HypercallAbi be arm64, or HypercallConduit hook")]
    [InlineData(
        OwnConduit, "arm32", "hvc",
        "'HypercallConduit' names registers of arm64, but the project is for arm32; let HypercallAbi be arm64, or HypercallConduit hook")]
    [InlineData(
        BeyondPage, "x86_64", "hypercall-page",
        "'IFar' is hypercall 128, but the hypercall page has 0 to 127; let HypercallConduit be the instruction that traps")]
    public async Task What_the_conduit_cannot_call_is_named_and_not_emitted(string source, string abi, string conduit, string message)
    {
        BuildProperties properties = BuildProperties.Of(abi, conduit);

        Diagnostic diagnostic = Assert.Single(await Rules.Judge(Guest.With(source), properties));

        Assert.Equal(("HCS0023", message), (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Generation generation = Generation.Run(Guest.With(source), properties);
        Assert.Equal(["Hypercall.Conduit.g.cs"], generation.Files);
        Assert.DoesNotContain("hypercall_", generation.Text("Hypercall.Conduit.g.cs"), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linux_makes_no_hypervisors_hypercalls_but_Xens()
    {
        Diagnostic diagnostic = Assert.Single(await Rules.Judge(Guest.With(OwnConduit), BuildProperties.Of("arm64", "privcmd")));

        Assert.Equal(
            "'HypercallConduit' names registers, but Linux's kernel makes the hypercalls of this project, and Xen's only; let HypercallConduit be hook",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(Generation.Run(Guest.With(OwnConduit), BuildProperties.Of("arm64", "privcmd")).Files);
    }

    [Theory]
    [InlineData(OwnConduit, "arm64", "hvc")]
    [InlineData(OwnConduit, "x86_64", "hook")]
    [InlineData(BeyondPage, "x86_64", "vmmcall")]
    [InlineData(BeyondPage, "x86_32", "hook")]
    [InlineData(BeyondPage, "arm32", "hvc")]
    public async Task What_it_can_call_is_left_alone(string source, string abi, string conduit)
    {
        IReadOnlyList<Diagnostic> diagnostics = await Rules.Judge(Guest.With(source), BuildProperties.Of(abi, conduit));

        Assert.Empty(diagnostics);
    }

    /// <summary>Xen's own declarations, through every conduit: what is emitted compiles, with or without EntryPoint.</summary>
    [Theory]
    [InlineData("x86_64", "hypercall-page")]
    [InlineData("x86_64", "vmcall")]
    [InlineData("x86_64", "vmmcall")]
    [InlineData("x86_64", "syscall")]
    [InlineData("arm32", "hvc")]
    public void Xens_own_declarations_compile(string abi, string conduit) =>
        Assert.Empty(Generation.Run(Guest.Xen, BuildProperties.Of(abi, conduit)).Complaints);

    [Theory]
    [InlineData("x86_64")]
    [InlineData("arm64")]
    public void Xens_own_declarations_compile_for_a_process_of_Linux(string abi) =>
        Assert.Empty(Generation.Run(Guest.XenOnLinux, BuildProperties.Of(abi, "privcmd")).Complaints);
}
