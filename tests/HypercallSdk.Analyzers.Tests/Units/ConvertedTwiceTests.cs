using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Units;

/// <summary>HCS1008: what is converted once more than is right.</summary>
public sealed class ConvertedTwiceTests
{
    [Theory]
    [InlineData("Gfn frame = new Gfn({|HCS1008:gfn.Value >> 12|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1008:gfn.Value >>> 12|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1008:gfn.Value / 4096|});")]
    [InlineData("Gfn frame = new((ulong)(long)({|HCS1008:gfn.Value >> GuestPhysicalAddress.PageShift|}));")]
    [InlineData("Gfn frame = new Gfn({|HCS1008:(gfn.Address.Value >> 12) >> 12|});")]
    [InlineData("Mfn frame = new Mfn({|HCS1008:new Mfn(number).Value >> 12|});")]
    [InlineData("ulong value = {|HCS1008:gfn.Value >> 12|}; Gfn frame = new Gfn(value);")]
    [InlineData("GuestPhysicalAddress address = new({|HCS1008:gfn.Address.Value << 12|});")]
    [InlineData("GuestPhysicalAddress address = new({|HCS1008:4096 * gfn.Address.Value|});")]
    [InlineData("GuestPhysicalAddress address = new({|HCS1008:gfn.Address.Value * GuestPhysicalAddress.PageSize|});")]
    public Task One_conversion_too_many_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("Gfn frame = new Gfn(gfn.Address.Value >> 12);")]
    [InlineData("Gfn frame = new Gfn(gfn.Value >> 9);")]
    [InlineData("Gfn frame = new Gfn(gfn.Value >> 12 << 12);")]
    [InlineData("Gfn frame = new Gfn(number >> 12);")]
    [InlineData("Gfn frame = new Gfn(gfn.Value >> (int)number);")]
    [InlineData("Gfn frame = new Gfn(gfn.Value % 4096);")]
    [InlineData("Gfn frame = new Gfn();")]
    [InlineData("ulong table = gfn.Value >> 12;")]
    [InlineData("XenULong table = new(gfn.Value >> 12);")]
    [InlineData("ulong value = gfn.Value >> 12; value = number; Gfn frame = new Gfn(value);")]
    [InlineData("GuestPhysicalAddress address = new(gfn.Value << 12);")]
    [InlineData("GuestPhysicalAddress address = new(number << 12);")]
    [InlineData("GuestPhysicalAddress address = new(gfn.Address.Value << 1);")]
    public Task One_that_is_right_or_unknown_is_not(string statements) => XenGuest.Statements(statements);
}
