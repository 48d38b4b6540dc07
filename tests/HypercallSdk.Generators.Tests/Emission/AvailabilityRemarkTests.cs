using System;
using System.Linq;
using System.Xml.Linq;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Emission;

/// <summary>The trampoline's doc comment says where the operation exists, and stays well-formed.</summary>
public sealed class AvailabilityRemarkTests
{
    private const string Comment = "/// <summary>Reads.</summary>";

    [Theory]
    [InlineData("Availability(Since = \"4.4\")", "Since Xen 4.4.")]
    [InlineData("Availability(Since = \"4.4\", SinceOnArm = \"4.3\", Until = \"4.21\")", "Since Xen 4.4; on Arm 4.3. Until Xen 4.21.")]
    [InlineData("Availability(Since = \"4.4\", SinceOnArm = \"4.4\")", "Since Xen 4.4.")]
    [InlineData("Availability(SinceOnArm = \"4.7\")", "On Arm since Xen 4.7.")]
    [InlineData("FormerNumber(1, \"4.5\"), Availability(Since = \"4.2\")", "Since Xen 4.2. Numbered 1 up to 4.5.")]
    [InlineData("Availability(Abis = HypercallAbis.Arm)", "Only on arm64 and arm32.")]
    [InlineData("Availability(Abis = HypercallAbis.Arm64 | HypercallAbis.X86)", "Only on arm64, x86_64 and x86_32.")]
    [InlineData("Availability(Guests = HypercallGuests.Hvm | HypercallGuests.Pvh)", "Only for pvh and hvm guests.")]
    [InlineData("Availability(Abis = HypercallAbis.X86, Guests = HypercallGuests.Hvm | HypercallGuests.Pvh | HypercallGuests.LinuxDom0)", "Only on x86_64 and x86_32. Not for pv guests.")]
    [InlineData("Proposed", "Proposed: no release answers it.")]
    public void The_comment_says_where_the_operation_exists(string attributes, string remark)
    {
        XElement comment = CommentOfRead(Comment, attributes);

        Assert.Equal(remark, comment.Element("remarks")?.Value);
        Assert.Equal("Reads.", comment.Element("summary")?.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Availability()")]
    [InlineData("Availability(Abis = HypercallAbis.X86 | HypercallAbis.Arm)")]
    public void Nothing_is_said_of_what_is_everywhere(string attributes) =>
        Assert.Null(CommentOfRead(Comment, attributes).Element("remarks"));

    [Fact]
    public void What_limits_the_hypercall_is_said_of_its_operations() => Assert.Equal(
        "Since Xen 4.6; on Arm 4.5. Until Xen 4.9. Only on arm64.",
        CommentOfRead(
            Comment,
            "Availability(Since = \"4.3\", SinceOnArm = \"4.5\", Abis = HypercallAbis.Arm64 | HypercallAbis.X86)",
            "Availability(Since = \"4.6\", SinceOnArm = \"4.2\", Until = \"4.9\", Abis = HypercallAbis.Arm)").Element("remarks")?.Value);

    [Theory]
    [InlineData("/// <summary>Reads.</summary>\n/// <remarks>Mine.</remarks>")]
    [InlineData("/// <remarks>\n/// Mine.\n/// </remarks>\n/// <summary>Reads.</summary>")]
    public void Remarks_of_the_users_own_stay_the_only_ones(string comment) =>
        Assert.Equal("Mine.", Assert.Single(CommentOfRead(comment, "Availability(Since = \"4.4\")").Elements("remarks")).Value.Trim());

    [Fact]
    public void An_operation_without_a_comment_gets_one() =>
        Assert.Equal("Since Xen 4.4.", CommentOfRead(string.Empty, "Availability(Since = \"4.4\")").Value);

    private static XElement CommentOfRead(string comment, string attributes, string hypercall = "")
    {
        string extra = attributes.Length == 0 ? attributes : ", " + attributes;
        string source = Guest.Interface($"{comment}\n[HypercallOp(9, \"DEMO_read\"){extra}]\nXenResult Read(uint value);");
        CSharpCompilation guest = Guest.With(source.Replace(
            "[Hypercall(", hypercall.Length == 0 ? "[Hypercall(" : $"[{hypercall}, Hypercall(", StringComparison.Ordinal));
        Generation generation = Generation.Run(guest, BuildProperties.Hook);
        Assert.DoesNotContain(generation.Complaints, item => generation.IsEmitted(item.Location) || item.Severity == DiagnosticSeverity.Error);
        string[] lines = generation.Text("Demo.IDemoOp.g.cs").Split('\n');
        int end = Array.FindIndex(lines, static line => line.Contains(" Read(", StringComparison.Ordinal));
        string[] xml = [.. lines.Take(end).Reverse().SkipWhile(IsAttribute).TakeWhile(static line => line.Trim().StartsWith("///", StringComparison.Ordinal)).Reverse()];
        return XElement.Parse($"<doc>{string.Join('\n', xml.Select(static line => line.Trim()[3..]))}</doc>");
    }

    private static bool IsAttribute(string line) => line.Trim().StartsWith('[');
}
