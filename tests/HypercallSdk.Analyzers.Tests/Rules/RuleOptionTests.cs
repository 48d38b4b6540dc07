using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>What .editorconfig decides: the options of rules.</summary>
public sealed class RuleOptionTests
{
    private const string Discard = "_ = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn);";
    private const string Grants = "uint grants = (uint)number, frames = grants; GuestPhysicalAddress end = gfn.Address + ((ulong)grants << 16);";
    private const string Frames = "uint frames = (uint)number; GuestPhysicalAddress end = gfn.Address + ((ulong)frames << 16);";
    private const string Page = "uint page = (uint)number; Gfn frame = new Gfn(page << 12);";
    private const string Slot = "uint slot = (uint)number; Gfn frame = new Gfn(slot << 12);";

    /// <summary>Every rule that an analyzer of the package has.</summary>
    public static TheoryData<string> Ids =>
        [.. AllRules.Make().SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order()];

    [Theory]
    [InlineData("hypercall_discard_examines", "false", Discard, "HCS4001")]
    [InlineData("hypercall_discard_examines", " False ", Discard, "HCS4001")]
    [InlineData("hypercall_discard_examines", "true", Discard, null)]
    [InlineData("hypercall_discard_examines", "maybe", Discard, "HCS0026")]
    [InlineData("hypercall_frame_names", "gfn", Grants, null)]
    [InlineData("hypercall_frame_names", "", Grants, null)]
    [InlineData("hypercall_frame_names", "grants, pfn", Grants, "HCS1005")]
    [InlineData("hypercall_frame_names", "Frame", Frames, "HCS1005")]
    [InlineData("hypercall_frame_names", "no name", Frames, "HCS0026")]
    [InlineData("hypercall_index_names", "page,index", Page, null)]
    [InlineData("hypercall_index_names", "index", Slot, "HCS1004")]
    [InlineData("hypercall_index_names", "a,,b", Slot, "HCS0026")]
    [InlineData("hypercall_index_name", "index", Slot, "HCS0026")]
    [InlineData("hypercall_other", "1", Slot, "HCS0026")]
    [InlineData("other_hypercall", "1", Slot, null)]
    public async Task An_option_decides(string name, string value, string statements, string? expected)
    {
        string source = "using HypercallSdk; using HypercallSdk.Xen;\n" + XenGuest.Class(XenGuest.Method(statements));

        IEnumerable<string> found = (await XenGuest.Diagnostics(source, (name, value))).Select(static item => item.Id);

        Assert.Equal(expected is null ? [] : [expected], found);
    }

    [Theory]
    [InlineData("hypercall_discard_examines", "maybe", "it is true or false")]
    [InlineData("hypercall_frame_names", "a b", "it is a list of names with commas between them")]
    [InlineData("hypercall_discard_examins", "false", "there is no such option; there are hypercall_discard_examines, hypercall_frame_names, hypercall_index_names")]
    public async Task A_mistake_is_said_at_a_file_that_it_holds_for(string name, string value, string fault)
    {
        Diagnostic found = Assert.Single(await XenGuest.Diagnostics("class A { }", (name, value)));

        Assert.Equal($"'{name} = {value}' is set for this file in .editorconfig or .globalconfig, and no rule goes by it: {fault}", found.GetMessage(null));
        Assert.NotNull(found.Location.SourceTree);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_rule_refuses_to_be_configured(string id) => Assert.All(
        AllRules.Make().SelectMany(static analyzer => analyzer.SupportedDiagnostics).Where(rule => rule.Id == id),
        static rule => Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags));
}
