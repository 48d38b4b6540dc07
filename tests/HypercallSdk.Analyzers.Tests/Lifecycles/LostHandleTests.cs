using System.Threading.Tasks;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>HCS5001: handles that nobody keeps.</summary>
public sealed class LostHandleTests
{
    private const string Before = "GrantTableOp.MapGrantRef(gfn.Address, GrantMapFlags.HostMap, new GrantRef(8), new DomId(1), out GrantStatus status, ";

    [Theory]
    [InlineData("XenResult mapped = " + Before + "out {|HCS5001:_|}, out _); return mapped.IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("XenResult mapped = " + Before + "out {|HCS5001:GrantHandle handle|}, out _); return mapped.IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantHandle handle; XenResult mapped = " + Before + "out {|HCS5001:handle|}, out _); return mapped.IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("int tries = 0; while (tries++ < 4 && " + Before + "out {|HCS5001:_|}, out _).IsSuccess && status == GrantStatus.Again) { }")]
    public Task A_handle_that_nobody_reads_is_reported(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData("XenResult mapped = " + Before + "out GrantHandle handle, out _); if (mapped.IsSuccess && status == GrantStatus.Okay) { number = handle.Value; }")]
    [InlineData("GrantHandle[] handles = new GrantHandle[4]; XenResult mapped = " + Before + "out handles[1], out _); return mapped.IsSuccess && status == GrantStatus.Okay;")]
    [InlineData("GrantHandle handle = default; Func<uint> ask = () => handle.Value; XenResult mapped = " + Before + "out handle, out _); return mapped.IsSuccess && status == GrantStatus.Okay && ask() == 1;")]
    public Task A_handle_that_is_read_or_kept_is_not(string statements) => LifecycleCheck.Statements(statements);

    [Fact]
    public Task A_handle_that_goes_to_the_caller_or_a_field_is_not() => LifecycleCheck.Members(
        $$"""
        static GrantHandle s_handle;
        static bool Map(Gfn gfn, out GrantHandle handle) => {{Before}} out handle, out _).IsSuccess && status == GrantStatus.Okay;
        static bool Keep(Gfn gfn) => {{Before}} out s_handle, out _).IsSuccess && status == GrantStatus.Okay;
        static bool Into(Gfn gfn, ref GrantHandle handle) { ref GrantHandle slot = ref handle; return {{Before}} out slot, out _).IsSuccess && status == GrantStatus.Okay; }
        """);

    [Fact]
    public Task Nothing_is_lost_of_a_mapping_without_a_handle() =>
        LifecycleCheck.Statements("return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 3, gfn).IsSuccess;");
}
