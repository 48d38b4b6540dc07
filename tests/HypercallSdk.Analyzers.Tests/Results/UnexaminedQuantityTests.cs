using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4009: which quantities may be errors.</summary>
public sealed class UnexaminedQuantityTests
{
    private const string Call = "MemoryOp.MaximumRamPage()";
    private const string Ask = "XenQuantity pages = " + Call + "; ";

    [Theory]
    [InlineData("number = {|HCS4009:" + Call + ".Value|} + 1;")]
    [InlineData("number = {|HCS4009:" + Call + ".Value|};")]
    [InlineData("return new Gfn({|HCS4009:" + Call + ".Value|}).Value == number;")]
    [InlineData("double share = {|HCS4009:" + Call + ".Value|};")]
    [InlineData("long signed = (long){|HCS4009:" + Call + ".Value|};")]
    [InlineData(Ask + "number = {|HCS4009:pages.Value|} << 12;")]
    [InlineData(Ask + "for (ulong i = 0; i != number; i += {|HCS4009:pages.Value|}) { }")]
    [InlineData(Ask + "Func<ulong> later = () => {|HCS4009:pages.Value|};")]
    [InlineData("XenQuantity pages; pages = " + Call + "; number = {|HCS4009:pages.Value|};")]
    [InlineData("uint low = checked((uint){|HCS4009:" + Call + ".Value|});")]
    [InlineData("if ({|HCS4009:" + Call + ".Value|} < number) { return false; }")]
    [InlineData("for (ulong i = 0; i < {|HCS4009:" + Call + ".Value|}; i++) { number += i; }")]
    [InlineData("return {|HCS4009:" + Call + ".Value|} > 0;")]
    [InlineData("return {|HCS4009:" + Call + ".Value|} != 0;")]
    [InlineData("return 0 < {|HCS4009:" + Call + ".Value|};")]
    [InlineData(Ask + "if ({|HCS4009:pages.Value|} != 0) { number = {|HCS4009:pages.Value|}; }")]
    [InlineData(Ask + "if ({|HCS4009:pages.Value|} == 0) { return false; } number = {|HCS4009:pages.Value|};")]
    [InlineData(Ask + "if ({|HCS4009:pages.Value|} < 4) { throw new Exception(); } number = {|HCS4009:pages.Value|};")]
    [InlineData(Ask + "if ({|HCS4009:pages.Value|} > 4) { number = {|HCS4009:pages.Value|}; }")]
    [InlineData(Ask + "if ({|HCS4009:pages.Value|} > 4) { condition = false; } number = {|HCS4009:pages.Value|};")]
    [InlineData(Ask + "if ({|HCS4009:pages.Value|} > 4) { return Math.Max(number, {|HCS4009:pages.Value|}) == 4; }")]
    [InlineData(Ask + "if (!({|HCS4009:pages.Value|} > 4)) { return false; } number = {|HCS4009:pages.Value|};")]
    [InlineData(Ask + "if (condition && {|HCS4009:pages.Value|} > 4) { number = {|HCS4009:pages.Value|}; }")]
    [InlineData(Ask + "if ((long){|HCS4009:pages.Value|} > 99) { return false; } number = {|HCS4009:pages.Value|};")]
    [InlineData(Ask + "number = {|HCS4009:pages.Value|} > 0 ? {|HCS4009:pages.Value|} : 1;")]
    [InlineData(Ask + "while ({|HCS4009:pages.Value|} > number) { number++; }")]
    public Task A_number_that_may_be_an_error_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Ask + "if (pages.IsFailure) { return false; } number = pages.Value;")]
    [InlineData(Ask + "number = pages.IsSuccess ? pages.Value : 0;")]
    [InlineData(Ask + "if (pages.Errno != XenErrno.None) { return false; } number = pages.Value;")]
    [InlineData(Ask + "if (pages is { IsFailure: true }) { return false; } number = pages.Value;")]
    [InlineData(Ask + "if (pages.Value > 0x10_0000_0000) { return false; } number = pages.Value;")]
    [InlineData(Ask + "if ((long)pages.Value < 0) { return false; } number = pages.Value;")]
    [InlineData("if (" + Call + ".Value > number) { return false; }")]
    [InlineData("if (" + Call + ".Value < number) { number = 0; }")]
    [InlineData("if (" + Call + ".Value < number) { number = 0; } else { return false; }")]
    [InlineData("if (number >= " + Call + ".Value) { number = 0; }")]
    [InlineData("if (" + Call + ".Value == 4) { number = 0; }")]
    [InlineData("return " + Call + ".Value < number;")]
    [InlineData("return " + Call + ".Value > number;")]
    [InlineData("bool isLarge = " + Call + ".Value > 0; return isLarge;")]
    [InlineData(Ask + "if (condition || pages.Value > 0x1000) { return false; } number = pages.Value;")]
    [InlineData(Ask + "if (!(pages.Value <= 0x1000)) { throw new Exception(); } number = pages.Value;")]
    [InlineData(Ask + "if (pages.Value > 0x1000) { number = 0; } else { number = pages.Value; }")]
    [InlineData(Ask + "number = pages.Value > 0x1000 ? 0x1000 : pages.Value;")]
    [InlineData(Ask + "if ((long)pages.Value >= 0) { number = pages.Value; }")]
    [InlineData(Ask + "for (ulong i = 0; i < 8; i++) { if (pages.Value > 0x1000) { continue; } number = pages.Value; }")]
    [InlineData(Ask + "while (pages.Value <= number) { number--; }")]
    [InlineData("return " + Call + ".Value is > 4 and < 100;")]
    [InlineData("return " + Call + ".Value switch { 1 => true, _ => false };")]
    [InlineData(Ask + "static bool Ok(XenQuantity asked) => asked.IsSuccess; if (Ok(pages)) { number = pages.Value; }")]
    [InlineData("static ulong Of(XenQuantity given) => given.Value; return Of(" + Call + ") == 1;")]
    [InlineData("XenQuantity[] all = [" + Call + "]; number = all[0].Value;")]
    [InlineData("XenQuantity pages = default; number = pages.Value;")]
    [InlineData("XenResult result = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); long value = result.Value;")]
    public Task One_that_somebody_examines_or_may_have_is_not(string statements) => XenGuest.Statements(statements);
}
