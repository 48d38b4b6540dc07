using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Units;

/// <summary>HCS1003: which addresses lose their upper bits.</summary>
public sealed class CutAddressTests
{
    private const string Address = "GuestPhysicalAddress bar = gfn.Address; ";

    [Theory]
    [InlineData(Address + "uint low = {|HCS1003:(uint)bar.Value|};")]
    [InlineData(Address + "int low = {|HCS1003:(int)bar.Value|};")]
    [InlineData(Address + "ushort low = {|HCS1003:(ushort)bar.Value|};")]
    [InlineData(Address + "ulong start = bar.Value; uint low = {|HCS1003:(uint)start|};")]
    [InlineData("uint low = {|HCS1003:(uint)gfn.Address.Value|};")]
    [InlineData("uint low = {|HCS1003:(uint)(long)gfn.Address.Value|};")]
    [InlineData(Address + "uint low = {|HCS1003:(uint)bar.Value|} | 1;")]
    [InlineData(Address + "bool isLow = gfn.Address.Value < 0x1000; uint low = {|HCS1003:(uint)bar.Value|};")]
    [InlineData(Address + "ulong page = bar.Value >> 12; uint low = {|HCS1003:(uint)bar.Value|};")]
    [InlineData(Address + "uint mask = (uint)number; uint low = {|HCS1003:(uint)bar.Value|} & mask;")]
    [InlineData(Address + "uint low = {|HCS1003:(uint)bar.Value|} >> 4;")]
    [InlineData(Address + "if (bar.Value == 0) { return false; } uint low = {|HCS1003:(uint)bar.Value|};")]
    [InlineData(Address + "GuestPhysicalAddress other = gfn.Address; if (other.Value > 4096) { return false; } uint low = {|HCS1003:(uint)bar.Value|};")]
    [InlineData(Address + "Func<uint> low = () => {|HCS1003:(uint)bar.Value|};")]
    public Task An_address_in_32_bits_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Address + "ulong whole = bar.Value;")]
    [InlineData(Address + "nuint whole = (nuint)bar.Value;")]
    [InlineData(Address + "long whole = (long)bar.Value;")]
    [InlineData(Address + "uint low = checked((uint)bar.Value);")]
    [InlineData(Address + "if (bar.Value > uint.MaxValue) { return false; } uint low = (uint)bar.Value;")]
    [InlineData(Address + "uint low = bar.Value <= 0xFFFF_FFFF ? (uint)bar.Value : 0;")]
    [InlineData(Address + "uint low = 0; if (0x1_0000_0000 > bar.Value) { low = (uint)bar.Value; }")]
    [InlineData(Address + "ulong start = bar.Value; if (start >= 0x1_0000_0000) { return false; } uint low = (uint)start;")]
    [InlineData(Address + "uint low = (uint)bar.Value; uint high = (uint)(bar.Value >> 32);")]
    [InlineData(Address + "ulong start = bar.Value; uint low = (uint)start, high = (uint)(start >> 32);")]
    [InlineData(Address + "uint offset = (uint)bar.Value & 0xFFF;")]
    [InlineData(Address + "uint offset = (uint)(bar.Value & 0xFFF);")]
    [InlineData(Address + "int offset = (int)bar.Value % 4096;")]
    [InlineData(Address + "uint low = (uint)bar.Value; uint high = (uint)(bar.Value >>> 32);")]
    [InlineData(Address + "byte low = (byte)bar.Value;")]
    [InlineData(Address + "ulong start = bar.Value; if (start < 0x1_0000_0000) { uint low = (uint)start; }")]
    [InlineData(Address + "ulong start = bar.Value; if (start > 0xFFFF_FFFF) { return false; } uint low = (uint)bar.Value;")]
    [InlineData(Address + "uint page = (uint)(bar.Value >> 12);")]
    [InlineData("uint frame = (uint)gfn.Value;")]
    [InlineData("uint low = (uint)number;")]
    [InlineData("uint low = (uint)(ulong)gfns;")]
    [InlineData(Address + "ulong start = bar.Value; start &= 0xFFFF; uint low = (uint)start;")]
    public Task The_whole_of_it_or_a_part_that_is_wanted_is_not(string statements) => XenGuest.Statements(statements);
}
