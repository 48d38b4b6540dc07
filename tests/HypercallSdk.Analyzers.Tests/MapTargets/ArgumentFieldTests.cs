using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>Where a list of calls maps is said in the fields of their structs: they are held to what a single call's argument is.</summary>
public sealed class ArgumentFieldTests
{
    private const string Map = "GrantTableOp.GnttabMapGrantRef";
    private const string List = Map + "* ops = stackalloc " + Map + "[2]; ";

    [Theory]
    [InlineData(List + "ops[0].host_addr = {|HCS2005:any.Address|}; ")]
    [InlineData(List + "ops[1].host_addr = {|HCS2002:new Gfn(0x40000).Address|}; ")]
    [InlineData(List + "for (int i = 0; i < 2; i++) { ops[i].host_addr = {|HCS2005:any.Address + (ulong)i|}; }")]
    [InlineData(Map + " op = new() { host_addr = {|HCS2005:any.Address|}, flags = GrantMapFlags.HostMap };")]
    [InlineData(Map + " op = default; op.host_addr = {|HCS2003:new Gfn(0x39000).Address|};")]
    [InlineData(Map + " op = default; " + Map + "* at = &op; at->host_addr = {|HCS2005:any.Address|};")]
    [InlineData("MemoryOp.XenAddToPhysmap op = default; op.gpfn = {|HCS2005:any|};")]
    public Task What_nothing_proves_is_reported(string statements) => Check(statements);

    [Theory]
    [InlineData(List + "ops[0].host_addr = given.Address; ops[1].host_addr = (given + 1).Address;")]
    [InlineData(List + "for (int i = 0; i < 2; i++) { ops[i].host_addr = given.Address + ((ulong)i << 12); }")]
    [InlineData(Map + " op = new() { host_addr = new Gfn(0x44000).Address, flags = GrantMapFlags.HostMap };")]
    [InlineData(Map + " op = default; op.handle = new GrantHandle(1); op.@ref = new GrantRef(2);")]
    [InlineData(Map + " op = default; op.host_addr = default;")]
    [InlineData(Map + " op = default; op.host_addr = GuestPhysicalAddress.Unproven(0x1000, \"the board's manual\");")]
    [InlineData("GrantTableOp.GnttabUnmapGrantRef op = default; op.host_addr = any.Address;")]
    [InlineData("MemoryOp.XenRemoveFromPhysmap op = default; op.gpfn = any;")]
    [InlineData("MemoryOp.XenAddToPhysmap op = default; op.gpfn = given;")]
    public Task What_is_proven_or_maps_nothing_is_not(string statements) => Check(statements);

    private static async Task Check(string statements)
    {
        string marked = $$"""
            using HypercallSdk;
            using HypercallSdk.Xen;
            static unsafe class Guest
            {
                static void Run([MapTarget] Gfn given, Gfn any)
                {
                    {{statements}}
                }
            }

            """;
        TestFileMarkupParser.GetSpans(marked, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> expected);

        ImmutableArray<Diagnostic> all = await XenGuest.Everything("Guest.cs", source, new MemoryMapText("board.memmap", GuestSource.Map));

        Assert.DoesNotContain(all, static item => item.Severity == DiagnosticSeverity.Error);
        Assert.Equal(
            expected.SelectMany(static pair => pair.Value.Select(span => (pair.Key, span.Start))).Order(),
            all.Where(static item => item.Id.StartsWith("HCS2", StringComparison.Ordinal)).Select(static item => (item.Id, item.Location.SourceSpan.Start)).Order());
    }
}
