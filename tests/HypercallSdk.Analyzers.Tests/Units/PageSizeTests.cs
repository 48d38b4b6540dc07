using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Units;

/// <summary>HCS1005: which conversions take Xen's frames for the kernel's pages.</summary>
public sealed class PageSizeTests
{
    private const string Known = "const int Shift = 16; const ulong Size = 0x4000; GuestPhysicalAddress start = gfn.Address; uint grants = (uint)number, pages = grants; ";

    [Theory]
    [InlineData("GuestPhysicalAddress end = start + ({|HCS1005:(ulong)grants << Shift|});")]
    [InlineData("GuestPhysicalAddress end = start + {|HCS1005:grants * Size|};")]
    [InlineData("GuestPhysicalAddress end = new(start.Value + {|HCS1005:grants * Size|});")]
    [InlineData("GuestPhysicalAddress end = start - ({|HCS1005:(ulong)grants << 13|});")]
    [InlineData("AddressRange range = default; GuestPhysicalAddress end = start + {|HCS1005:range.FrameCount * 65536|};")]
    [InlineData("ulong bytes = {|HCS1005:gfn.Value << 14|};")]
    [InlineData("ulong bytes = {|HCS1005:gfn.Value * Size|};")]
    [InlineData("ulong first = gfn.Value; ulong bytes = {|HCS1005:first << Shift|};")]
    [InlineData("ulong bytes = {|HCS1005:Size * gfn.Value|};")]
    [InlineData("ulong bytes = {|HCS1005:gfn.Value * (ulong)Environment.SystemPageSize|};")]
    [InlineData("ulong bytes = {|HCS1005:(ulong)Environment.SystemPageSize * gfn.Value|};")]
    [InlineData("Gfn frame = new({|HCS1005:start.Value / (uint)Environment.SystemPageSize|});")]
    [InlineData("Gfn frame = new({|HCS1005:start.Value >> Shift|});")]
    [InlineData("Gfn frame = new Gfn({|HCS1005:start.Value / Size|} + 1);")]
    [InlineData("Mfn frame = new Mfn({|HCS1005:start.Value >> 14|});")]
    public Task Frames_of_another_size_are_reported(string statements) => XenGuest.Statements(Known + statements);

    [Theory]
    [InlineData("GuestPhysicalAddress end = start + ((ulong)grants << 12);")]
    [InlineData("GuestPhysicalAddress end = start + ((ulong)grants << GuestPhysicalAddress.PageShift);")]
    [InlineData("GuestPhysicalAddress end = start + ((ulong)grants * GuestPhysicalAddress.PageSize);")]
    [InlineData("GuestPhysicalAddress end = start + ((ulong)pages << Shift);")]
    [InlineData("GuestPhysicalAddress end = start + (pages * Size);")]
    [InlineData("GuestPhysicalAddress end = start + ((ulong)grants << 17);")]
    [InlineData("GuestPhysicalAddress end = start + ((ulong)grants << 3);")]
    [InlineData("GuestPhysicalAddress end = start + (grants * 40000UL);")]
    [InlineData("ulong bytes = number * (ulong)Environment.SystemPageSize;")]
    [InlineData("ulong rest = gfn.Value % (ulong)Environment.SystemPageSize;")]
    [InlineData("ulong bytes = 4096 * gfn.Value;")]
    [InlineData("ulong bits = (ulong)grants << Shift;")]
    [InlineData("ulong half = gfn.Value << 32;")]
    [InlineData("ulong index = start.Value >> 14;")]
    [InlineData("ulong large = gfn.Value << 9;")]
    [InlineData("Gfn frame = new(start.Value >> 12);")]
    [InlineData("Gfn frame = new((number >> 16) & 1);")]
    [InlineData("GuestPhysicalAddress end = start + ((ulong)grants << (int)number);")]
    public Task Frames_of_4_KiB_and_pages_of_the_kernel_are_not(string statements) => XenGuest.Statements(Known + statements);
}
