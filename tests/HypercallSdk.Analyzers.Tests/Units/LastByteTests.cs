using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Units;

/// <summary>HCS1006: which sums take a frame's address for its last byte.</summary>
public sealed class LastByteTests
{
    private const string Last = "Gfn last = gfn + 1; ";

    [Theory]
    [InlineData("ulong end = {|HCS1006:last.Address.Value + 1|};")]
    [InlineData("ulong end = {|HCS1006:1 + last.Address.Value|};")]
    [InlineData("ulong end = last.Address.Value; return ({|HCS1006:end + 1|}) == number;")]
    [InlineData("GuestPhysicalAddress end = last.Address; return {|HCS1006:end + 1|} == gfn.Address;")]
    [InlineData("GuestPhysicalAddress end = {|HCS1006:last.Address + 1|};")]
    [InlineData("ulong size = {|HCS1006:last.Address.Value - gfn.Address.Value + 1|};")]
    [InlineData("long size = {|HCS1006:(long)(last.Address.Value - gfn.Address.Value) + 1|};")]
    [InlineData("ulong end = {|HCS1006:(gfn + number).Address.Value + 1UL|};")]
    public Task The_second_byte_of_a_frame_is_reported(string statements) => XenGuest.Statements(Last + statements);

    [Theory]
    [InlineData("ulong end = (last + 1).Address.Value;")]
    [InlineData("ulong end = last.Address.Value + 4095;")]
    [InlineData("ulong end = last.Address.Value + 0xFFF + 1;")]
    [InlineData("ulong end = last.Address.Value | 1;")]
    [InlineData("ulong end = last.Address.Value + 2;")]
    [InlineData("ulong end = last.Address.Value - 1;")]
    [InlineData("ulong count = last.Value - gfn.Value + 1;")]
    [InlineData("ulong end = number + 1;")]
    [InlineData("GuestPhysicalAddress given = new(number); ulong end = given.Value + 1;")]
    [InlineData("ulong size = number - gfn.Address.Value + 1;")]
    [InlineData("ulong end = last.Address.Value; end |= 0xFFF; return end + 1 == number;")]
    [InlineData("AddressRange range = default; GuestPhysicalAddress end = range.End + 1;")]
    public Task Another_sum_is_not(string statements) => XenGuest.Statements(Last + statements);
}
