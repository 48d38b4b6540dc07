using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Units;

/// <summary>HCS1007: which frames are of another numbering.</summary>
public sealed class FrameKindTests
{
    private const string Frames = "Mfn mfn = new Mfn(number); Pfn pfn = new Pfn(number); ";

    [Theory]
    [InlineData("Gfn frame = new Gfn({|HCS1007:mfn.Value|});")]
    [InlineData("Gfn frame = new({|HCS1007:mfn.Value + 1|});")]
    [InlineData("Gfn frame = new({|HCS1007:1 + mfn.Value|});")]
    [InlineData("Gfn frame = new({|HCS1007:mfn.Value - number|});")]
    [InlineData("Gfn frame = new({|HCS1007:(ulong)(long)mfn.Value|});")]
    [InlineData("ulong value = mfn.Value; Gfn frame = new({|HCS1007:value|});")]
    [InlineData("Gfn frame = new({|HCS1007:condition ? mfn.Value : mfn.Value + 1|});")]
    [InlineData("Mfn frame = new Mfn({|HCS1007:gfn.Value|});")]
    [InlineData("Mfn frame = new Mfn({|HCS1007:pfn.Value|});")]
    [InlineData("Pfn frame = new Pfn({|HCS1007:mfn.Value|});")]
    public Task One_of_another_numbering_is_reported(string statements) => XenGuest.Statements(Frames + statements);

    [Theory]
    [InlineData("Gfn frame = new Gfn(pfn.Value);")]
    [InlineData("Pfn frame = new Pfn(gfn.Value);")]
    [InlineData("Gfn frame = new Gfn(gfn.Value + 1);")]
    [InlineData("Mfn frame = new Mfn(mfn.Value + 1);")]
    [InlineData("Gfn frame = Gfn.Unproven(mfn.Value, \"mapped one to one\");")]
    [InlineData("Gfn frame = new Gfn(mfn.Value - pfn.Value);")]
    [InlineData("Gfn frame = new Gfn(mfn.Value + gfn.Value);")]
    [InlineData("Gfn frame = new Gfn(mfn.Value & 0xFFF);")]
    [InlineData("Gfn frame = new Gfn(number - mfn.Value);")]
    [InlineData("Gfn frame = new Gfn(condition ? mfn.Value : gfn.Value);")]
    [InlineData("ulong value = mfn.Value; value = number; Gfn frame = new Gfn(value);")]
    [InlineData("ulong[] values = [mfn.Value]; Gfn frame = new Gfn(values[0]);")]
    [InlineData("XenULong value = new(mfn.Value);")]
    [InlineData("Gfn frame = new Gfn();")]
    [InlineData("Func<Mfn, ulong> of = static frame => frame.Value; Gfn frame = new Gfn(of(mfn));")]
    public Task One_of_the_same_or_of_none_is_not(string statements) => XenGuest.Statements(Frames + statements);

    [Theory]
    [InlineData("pv", "Gfn frame = new Gfn(mfn.Value);")]
    [InlineData("pv", "Mfn frame = new Mfn(gfn.Value);")]
    [InlineData("pv", "Gfn frame = new Gfn({|HCS1007:pfn.Value|});")]
    [InlineData("pv", "Mfn frame = new Mfn({|HCS1007:pfn.Value|});")]
    [InlineData("pvh", "Gfn frame = new Gfn({|HCS1007:mfn.Value|});")]
    [InlineData("pvh", "Gfn frame = new Gfn(pfn.Value);")]
    public Task A_guest_has_one_numbering_for_two(string guest, string statements) =>
        XenGuest.Statements(Frames + statements, ("HypercallAbi", "x86_64"), ("HypercallGuest", guest));
}
