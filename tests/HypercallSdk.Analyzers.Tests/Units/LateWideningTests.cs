using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Units;

/// <summary>HCS1004: which conversions of a unit overflow before they are widened.</summary>
public sealed class LateWideningTests
{
    private const string Count = "uint count = (uint)number; int signed = (int)count; ushort small = (ushort)count; byte tiny = (byte)count; ";

    [Theory]
    [InlineData("Gfn frame = new Gfn({|HCS1004:count << 8|});")]
    [InlineData("Gfn frame = new Gfn((ulong)({|HCS1004:count << 12|}));")]
    [InlineData("Gfn frame = new({|HCS1004:count * 256|});")]
    [InlineData("Gfn frame = gfn + ({|HCS1004:count << 8|});")]
    [InlineData("Gfn frame = Gfn.Unproven({|HCS1004:count << 8|}, \"known\");")]
    [InlineData("Mfn frame = new Mfn({|HCS1004:count << 8|});")]
    [InlineData("GuestPhysicalAddress end = gfn.Address + ({|HCS1004:count * 4096|});")]
    [InlineData("GuestPhysicalAddress end = new({|HCS1004:count * 4096u|});")]
    [InlineData("GuestPhysicalAddress end = gfn.Address + (ulong)({|HCS1004:signed << 12|});")]
    [InlineData("ulong bytes = {|HCS1004:count << 12|}; GuestPhysicalAddress end = gfn.Address + bytes;")]
    [InlineData("ulong pages = {|HCS1004:count << 8|}; return MemoryOp.PopulatePhysmap(gfns, pages, 0, default, DomId.Self).IsAll(pages);")]
    [InlineData("ulong pages = {|HCS1004:count << 8|}; pages = pages + 1; Gfn frame = new Gfn(pages);")]
    [InlineData("ulong pages = {|HCS1004:count << 8|}; ulong all = pages + 1, last = all; Gfn frame = new Gfn(last);")]
    [InlineData("ulong pages; pages = {|HCS1004:(count + 1) << 8|}; return MemoryOp.PopulatePhysmap(gfns, pages, 0, default, DomId.Self).IsAll(pages);")]
    [InlineData("Gfn frame = new Gfn((ulong)({|HCS1004:small << 16|}));")]
    [InlineData("Gfn frame = new Gfn({|HCS1004:(count & 0xFFFFFF) << 9|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1004:(count >> 4) << 8|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1004:256 * count|});")]
    [InlineData("GuestPhysicalAddress end = gfn.Address + (ulong)({|HCS1004:4096 * (signed + 1)|});")]
    [InlineData("if (count > 0) { Gfn frame = new Gfn({|HCS1004:count << 8|}); }")]
    [InlineData("if (count < 16) { return false; } Gfn frame = new Gfn({|HCS1004:count << 8|});")]
    [InlineData("if (signed <= 0) { return false; } Gfn frame = new Gfn((ulong)({|HCS1004:signed << 8|}));")]
    [InlineData("for (uint at = 0; at < count; at++) { number++; } Gfn frame = new Gfn({|HCS1004:count << 8|});")]
    [InlineData("if (number < 16 || small > 3) { return false; } Gfn frame = new Gfn({|HCS1004:count << 8|});")]
    [InlineData("static Gfn Of(uint given) => new Gfn({|HCS1004:given << 12|}); return Of(count) == gfn;")]
    public Task A_product_that_may_not_fit_is_reported(string statements) => XenGuest.Statements(Count + statements);

    [Theory]
    [InlineData("Gfn frame = new Gfn((ulong)count << 8);")]
    [InlineData("Gfn frame = new Gfn(count << 7);")]
    [InlineData("Gfn frame = new Gfn(count * 255u);")]
    [InlineData("Gfn frame = new Gfn(checked(count * 4096u));")]
    [InlineData("Gfn frame = new Gfn(number << 12);")]
    [InlineData("Gfn frame = new Gfn((ulong)(tiny << 12));")]
    [InlineData("Gfn frame = new Gfn((ulong)(small << 15));")]
    [InlineData("Gfn frame = new Gfn((count & 0xFFFFFF) << 8);")]
    [InlineData("Gfn frame = new Gfn((count >> 8) << 8);")]
    [InlineData("Gfn frame = new Gfn(1u << 20);")]
    [InlineData("Gfn frame = new Gfn(4u * 1024);")]
    [InlineData("Gfn frame = new Gfn(count << (int)number);")]
    [InlineData("static GuestPhysicalAddress Of(Gfn first, uint index) => first.Address + (index * GuestPhysicalAddress.PageSize); return Of(gfn, 1) == gfn.Address;")]
    [InlineData("uint ringSlot = (uint)number, n = ringSlot; return gfn.Address + (ringSlot << 12) == gfn.Address + (n << 12);")]
    [InlineData("for (uint i = 0; i < 16; i++) { Gfn frame = new Gfn(i << 8); }")]
    [InlineData("if (count > 1000) { return false; } Gfn frame = new Gfn(count << 8);")]
    [InlineData("Gfn frame = new Gfn(255u * count);")]
    [InlineData("if (signed > 100L) { return false; } Gfn frame = new Gfn((ulong)(signed << 8));")]
    [InlineData("if (1000 >= signed) { Gfn frame = new Gfn((ulong)(signed << 8)); }")]
    [InlineData("static Gfn Of(uint given) => given < 64 ? new Gfn(given << 12) : default; return Of(count) == gfn;")]
    [InlineData("ulong flags = count << 8; flags = flags + 1; flags = flags; return flags == number;")]
    [InlineData("ulong a = count << 8, b = a, c = b; a = c; b = a + c; c = b;")]
    [InlineData("ulong flags = count << 8;")]
    [InlineData("ulong flags = count << 8; return flags == number;")]
    [InlineData("double share = count << 8;")]
    [InlineData("ulong sum = new Gfn(count).Value + (count << 8);")]
    [InlineData("return Math.Max(number, count << 8) == 1;")]
    public Task One_that_fits_or_is_no_unit_is_not(string statements) => XenGuest.Statements(Count + statements);
}
