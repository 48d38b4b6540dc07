using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>Two operations may have one number if they can never meet; both are then emitted.</summary>
public sealed class SharedNumberTests
{
    [Theory]
    [InlineData("Availability(Until = \"4.3\")", "Availability(Since = \"4.4\")")]
    [InlineData("Availability(Since = \"5.0\")", "Availability(Until = \"4.99\")")]
    [InlineData("Availability(Abis = HypercallAbis.Arm)", "Availability(Abis = HypercallAbis.X86)")]
    [InlineData("Availability(Guests = HypercallGuests.Pv)", "Availability(Guests = HypercallGuests.Hvm | HypercallGuests.Pvh)")]
    [InlineData("Availability(Guests = HypercallGuests.ArmDomU | HypercallGuests.Pv)", "Availability(Abis = HypercallAbis.X86, Guests = HypercallGuests.Hvm)")]
    [InlineData("Availability(Since = \"4.2\", SinceOnArm = \"4.6\", Until = \"4.9\")", "Availability(Until = \"4.5\", Abis = HypercallAbis.Arm)")]
    [InlineData("Availability(Since = \"4.6\", SinceOnArm = \"4.2\", Until = \"4.9\")", "Availability(Until = \"4.5\", Abis = HypercallAbis.X86)")]
    public Task Operations_that_never_meet_may_share_a_number(string left, string right) => AssertBothAreEmitted($"""
        [HypercallOp(1, "DEMO_a"), {left}] XenResult A(uint a);
        [HypercallOp(1, "DEMO_b"), {right}] XenResult B(uint a);
        """);

    /// <summary>XENMEM_access_op's set_access and get_access moved by one in Xen 4.6.</summary>
    [Fact]
    public Task Operations_may_move_down_each_into_the_number_of_the_next() => AssertBothAreEmitted("""
        [HypercallOp(0, "DEMO_set"), FormerNumber(1, "4.5")] XenResult A(uint a);
        [HypercallOp(1, "DEMO_get"), FormerNumber(2, "4.5")] XenResult B(uint a);
        """);

    [Fact]
    public Task A_number_may_be_used_again_after_its_operation_left_it() => AssertBothAreEmitted("""
        [HypercallOp(4, "DEMO_load"), FormerNumber(1, "4.3")] XenResult A(uint a);
        [HypercallOp(1, "DEMO_load_v1"), Availability(Since = "4.4")] XenResult B(uint a);
        """);

    [Fact]
    public Task Operations_without_a_command_may_share_a_hypercall_too() => AssertBothAreEmitted("""
        [HypercallOp("demo_a"), Availability(Until = "4.3")] XenResult A(uint a);
        [HypercallOp("demo_b"), Availability(Since = "4.4")] XenResult B(uint a, uint b);
        """);

    private static async Task AssertBothAreEmitted(string members)
    {
        CSharpCompilation guest = Guest.With(Guest.Interface(members));

        Assert.Empty(await Rules.Judge(guest, BuildProperties.Hook));
        Generation generation = Generation.Run(guest, BuildProperties.Hook);
        Assert.DoesNotContain(generation.Complaints, item => generation.IsEmitted(item.Location) || item.Severity == DiagnosticSeverity.Error);
        Assert.Matches("(?s) A\\(uint a.* B\\(uint a", generation.Text("Demo.IDemoOp.g.cs"));
    }
}
