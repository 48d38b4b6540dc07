using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Buffers;

/// <summary>HCS6006: a capacity says how large a buffer is, and not what the call before has answered.</summary>
public sealed class CapacityTests
{
    private const string Ask = "if (MemoryOp.GetUnallocatedSpace(DomId.Self, ref count, regions).IsFailure) { return false; } ";
    private const string Marked = "if (MemoryOp.GetUnallocatedSpace(DomId.Self, ref {|HCS6006:count|}, regions).IsFailure) { return false; } ";
    private const string Walk = "for (uint i = 0; i < count; i++) { Use(regions[i]); } ";

    [Theory]
    [InlineData("uint count = 32; " + Ask + Marked)]
    [InlineData("uint count = 32; " + Ask + Walk + Marked)]
    [InlineData("uint count = 32; while (condition) { " + Marked + Walk + "}")]
    [InlineData("uint count = 32; if (condition) { " + Ask + "} " + Marked)]
    [InlineData(Ask + Marked, "uint count")]
    [InlineData("s_count = 32; if (MemoryOp.GetUnallocatedSpace(DomId.Self, ref s_count, regions).IsFailure) { return false; } if (MemoryOp.GetUnallocatedSpace(DomId.Self, ref {|HCS6006:s_count|}, regions).IsFailure) { return false; } ")]
    [InlineData("uint count = 32; uint i = 0; " + Ask + "while (i < count) { i++; } " + Marked)]
    [InlineData("uint count = 8; if (ToyOp.List(ref count, entries).IsFailure) { return false; } if (ToyOp.More(ref {|HCS6006:count|}, entries).IsFailure) { return false; }")]
    [InlineData("uint count = 1; uint one; if (ToyOp.List(ref count, &one).IsFailure) { return false; } if (ToyOp.List(ref {|HCS6006:count|}, &one).IsFailure) { return false; }")]
    public Task An_answer_that_is_passed_as_a_capacity_is_reported(string statements, string parameter = "") => Check(statements, parameter);

    [Theory]
    [InlineData("uint count = 32; " + Ask + Walk)]
    [InlineData("uint count = 32; " + Ask + "count = 32; " + Ask)]
    [InlineData("while (condition) { uint count = 32; " + Ask + Walk + "}")]
    [InlineData("uint count = 32; " + Ask + "uint again = 32; if (MemoryOp.GetUnallocatedSpace(DomId.Self, ref again, regions).IsFailure) { return false; }")]
    [InlineData("uint count = 0; if (ToyOp.List(ref count, null).IsFailure) { return false; } if (ToyOp.List(ref count, entries).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.List(ref count, entries).IsFailure) { return false; } if (ToyOp.List(ref count, others).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.List(ref count, entries).IsFailure) { return false; } entries = others; if (ToyOp.List(ref count, entries).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.List(ref count, entries).IsFailure) { if (count > 8) { return false; } if (ToyOp.List(ref count, entries).IsFailure) { return false; } }")]
    [InlineData("uint count = 8; if (ToyOp.List(ref count, entries).IsFailure) { return false; } Reset(ref count); if (ToyOp.List(ref count, entries).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.List(ref count, entries).IsFailure) { return false; } Reset(&count); if (ToyOp.List(ref count, entries).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.List(ref count, entries).IsFailure) { return false; } count += 8; if (ToyOp.List(ref count, entries).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.Put(ref count, entries).IsFailure) { return false; } if (ToyOp.Put(ref count, entries).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.Map(ref count, frames).IsFailure) { return false; } if (ToyOp.Map(ref count, frames).IsFailure) { return false; }")]
    [InlineData("uint count = 8; if (ToyOp.Version(ref count).IsFailure) { return false; } if (ToyOp.Version(ref count).IsFailure) { return false; }")]
    public Task What_is_a_capacity_or_no_buffer_s_is_not(string statements) => Check(statements, string.Empty);

    private static Task Check(string statements, string parameter) => XenGuest.File(
        $$"""
        #pragma warning disable HCS3003 // what is judged here is not whether it is there
        [Hypercall(60, "toy_op")] unsafe partial interface IToyOp
        {
            [HypercallOp(1, "TOY_list", Struct = "toy_list")] XenResult List([CountOf(nameof(entries))] ref uint count, uint* entries);
            [HypercallOp(2, "TOY_more", Struct = "toy_list2")] XenResult More([CountOf(nameof(entries))] ref uint count, uint* entries);
            [HypercallOp(3, "TOY_put", Struct = "toy_put")] XenResult Put([CountOf(nameof(entries))] ref uint count, [Const] uint* entries);
            [HypercallOp(4, "TOY_map", Struct = "toy_map")] XenResult Map([CountOf(nameof(frames))] ref uint count, [MapTarget] Gfn* frames);
            [HypercallOp(5, "TOY_version", Struct = "toy_version")] XenResult Version(ref uint count);
        }
        static unsafe class Guest
        {
            static uint s_count;
            static void Use(UnallocatedRegion region) { }
            static void Reset(ref uint count) => count = 8;
            static void Reset(uint* count) => *count = 8;
            static bool Run(bool condition, UnallocatedRegion* regions, uint* entries, uint* others, Gfn* frames{{(parameter.Length == 0 ? "" : ", " + parameter)}}) { {{statements}} return true; }
        }
        """);
}
