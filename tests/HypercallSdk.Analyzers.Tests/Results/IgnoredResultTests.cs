using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4001: which results count as ignored.</summary>
public sealed class IgnoredResultTests
{
    private const string Unmap = "MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)";

    [Theory]
    [InlineData("{|HCS4001:" + Unmap + "|};")]
    [InlineData("XenResult result = {|HCS4001:" + Unmap + "|};")]
    [InlineData("XenResult result; result = {|HCS4001:" + Unmap + "|};")]
    [InlineData("{|HCS4001:MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self)|};")]
    [InlineData("{|HCS4001:MemoryOp.MaximumRamPage()|};")]
    [InlineData("Action unmap = () => {|HCS4001:" + Unmap + "|};")]
    [InlineData("IMemoryOp memory = default(MemoryOp.Direct); {|HCS4001:memory.RemoveFromPhysmap(DomId.Self, gfn)|};")]
    [InlineData("MemoryOp.Direct memory = default; {|HCS4001:memory.RemoveFromPhysmap(DomId.Self, gfn)|};")]
    [InlineData("for (ulong index = 0; index < number; index++, {|HCS4001:" + Unmap + "|}) { }")]
    public Task A_result_that_nobody_reads_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("_ = " + Unmap + ";")]
    [InlineData("XenResult result = " + Unmap + "; Func<bool> ask = () => result.IsSuccess; bool first = ask(); result = " + Unmap + "; return first && ask();")]
    [InlineData("XenResult result = " + Unmap + "; bool Ask() => result.IsSuccess; bool first = Ask(); result = " + Unmap + "; return first && Ask();")]
    [InlineData("static XenResult Worse(XenResult a) => a; XenResult result = " + Unmap + "; result = Worse(result); return result.IsSuccess;")]
    [InlineData("XenResult result = " + Unmap + "; result = result.IsFailure ? result : " + Unmap + "; return result.IsSuccess;")]
    [InlineData("XenResult result = " + Unmap + "; if (result.IsFailure) { return false; }")]
    [InlineData("if (" + Unmap + ".IsFailure) { return false; }")]
    [InlineData("return " + Unmap + ".IsSuccess;")]
    [InlineData("XenResult result; result = " + Unmap + "; return result.Errno == XenErrno.ENOENT;")]
    [InlineData("XenResult result = " + Unmap + "; Func<bool> later = () => result.IsSuccess;")]
    [InlineData("var both = (" + Unmap + ", 1); return both.Item1.IsSuccess;")]
    [InlineData("Func<XenResult> unmap = () => " + Unmap + ";")]
    [InlineData("MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).ToString();")]
    [InlineData("if (!MemoryOp.PopulatePhysmap(gfns, number, 0, default, DomId.Self).IsAll(number)) { return false; }")]
    public Task A_result_that_somebody_reads_is_not(string statements) => XenGuest.Statements(statements);

    [Fact]
    public Task A_result_is_one_whoever_hands_it_on() => XenGuest.Members(
        """
        static XenResult Unmap(Gfn gfn) => MemoryOp.RemoveFromPhysmap(DomId.Self, gfn);
        static void Ignore(Gfn gfn) { {|HCS4001:Unmap(gfn)|}; }
        static XenResult Pass(Gfn gfn) { return Unmap(gfn); }
        """);

    [Fact]
    public Task An_operation_of_another_hypervisor_counts_and_one_without_a_result_does_not() => XenGuest.File(
        """
        [Hypercall("toy")]
        public unsafe partial interface IToy
        {
            [HypercallOp(0x84000001, "TOY_ask")] long Ask(uint what);
            [HypercallOp(0x84000008, "TOY_off")] void Off();
        }
        static class Guest { static void Run() { {|HCS4001:Toy.Ask(1)|}; Toy.Off(); Other(); } static long Other() => Toy.Ask(2); }
        """);
}
