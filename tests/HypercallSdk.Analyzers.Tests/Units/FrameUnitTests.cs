using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Units;

/// <summary>HCS1001 and HCS1002: which numbers are wrapped in the type of another unit.</summary>
public sealed class FrameUnitTests
{
    private const string Address = "GuestPhysicalAddress address = gfn.Address; ";

    [Theory]
    [InlineData(Address + "Gfn frame = new({|HCS1001:address.Value|});")]
    [InlineData(Address + "Gfn frame = new Gfn({|HCS1001:address.Value + number|});")]
    [InlineData(Address + "Gfn frame = new Gfn({|HCS1001:address.Value & ~0xFFFUL|});")]
    [InlineData(Address + "ulong start = address.Value; Gfn frame = new Gfn({|HCS1001:start|});")]
    [InlineData(Address + "Gfn frame = Gfn.Unproven({|HCS1001:address.Value|}, \"the board's manual\");")]
    [InlineData(Address + "Mfn frame = new Mfn({|HCS1001:address.Value|});")]
    [InlineData(Address + "Pfn frame = new Pfn({|HCS1001:address.Value|});")]
    [InlineData("byte page = 0; Gfn frame = new Gfn({|HCS1001:(ulong)&page|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1001:(ulong)(nuint)gfns|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1001:gfn.Value << 12|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1001:condition ? gfn.Address.Value : gfn.Value << GuestPhysicalAddress.PageShift|});")]
    public Task An_address_is_no_frame(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData("GuestPhysicalAddress address = new({|HCS1002:gfn.Value|});")]
    [InlineData("GuestPhysicalAddress address = new({|HCS1002:gfn.Value + number|});")]
    [InlineData("GuestPhysicalAddress address = new({|HCS1002:gfn.Address.Value >> 12|});")]
    [InlineData("GuestPhysicalAddress address = new({|HCS1002:gfn.Address.Value / 4096|});")]
    [InlineData("ulong frame = gfn.Value; GuestPhysicalAddress address = new({|HCS1002:frame|});")]
    [InlineData("GuestPhysicalAddress address = GuestPhysicalAddress.Unproven({|HCS1002:gfn.Value|}, \"known\");")]
    public Task A_frame_is_no_address(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Address + "Gfn frame = address.Frame;")]
    [InlineData(Address + "Gfn frame = new Gfn(address.Value >> 12);")]
    [InlineData(Address + "Gfn frame = new Gfn(address.Value >> GuestPhysicalAddress.PageShift);")]
    [InlineData(Address + "Gfn frame = new Gfn(address.Value / GuestPhysicalAddress.PageSize);")]
    [InlineData(Address + "Gfn frame = new Gfn((address.Value + 0xFFF) >> 12);")]
    [InlineData(Address + "ulong start = address.Value; start >>= 12; Gfn frame = new Gfn(start);")]
    [InlineData(Address + "ulong start = address.Value; start /= 4096; Gfn frame = new Gfn(start);")]
    [InlineData(Address + "ulong start = address.Value; ref ulong other = ref start; other >>= 12; Gfn frame = new Gfn(start);")]
    [InlineData(Address + "ulong start = address.Value; start++; (start, number) = (number, start); Gfn frame = new Gfn(start);")]
    [InlineData(Address + "ulong start = address.Value; (start, number) = (number, start); Gfn frame = new Gfn(start);")]
    [InlineData(Address + "ulong start = address.Value; ulong* at = &start; *at >>= 12; Gfn frame = new Gfn(start);")]
    [InlineData(Address + "static void Shift(ref ulong a) => a >>= 12; ulong start = address.Value; Shift(ref start); Gfn frame = new Gfn(start);")]
    [InlineData(Address + "ulong other = number; ref ulong start = ref other; Gfn frame = new Gfn(start);")]
    [InlineData(Address + "ulong bytes = address.Value - gfn.Address.Value; Gfn frame = new Gfn(bytes);")]
    [InlineData(Address + "Gfn frame = new Gfn(address.Value & 0xFFF);")]
    [InlineData(Address + "Gfn frame = new Gfn(address.Value >> (int)number);")]
    [InlineData("Gfn frame = new Gfn((ulong)gfns >> 12);")]
    [InlineData("Gfn frame = new Gfn(number);")]
    [InlineData("void* cookie = gfns; Gfn frame = new Gfn((ulong)cookie);")]
    [InlineData("Gfn frame = new Gfn(0x40000000);")]
    [InlineData("Gfn frame = new Gfn(*(ulong*)gfns);")]
    [InlineData("Gfn frame = new Gfn(gfn.Value & ~0x1FFUL);")]
    [InlineData("Gfn frame = new Gfn(gfn.Value + number);")]
    [InlineData("Gfn frame = new Gfn(new Pfn(gfn.Value).Value);")]
    [InlineData("GuestPhysicalAddress address = new(gfn.Value << 12);")]
    [InlineData("GuestPhysicalAddress address = new(gfn.Value * GuestPhysicalAddress.PageSize + number);")]
    [InlineData("GuestPhysicalAddress address = new(gfn.Address.Value + number);")]
    [InlineData("GuestPhysicalAddress address = new((ulong)gfns);")]
    [InlineData("GuestPhysicalAddress address = new((gfn.Value << 12) | (number & 0xFFF));")]
    public Task A_number_that_was_converted_or_is_not_known_is_left_alone(string statements) => XenGuest.Statements(statements);
}
