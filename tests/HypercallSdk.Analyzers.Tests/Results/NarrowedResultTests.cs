using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4003: which conversions cut a result.</summary>
public sealed class NarrowedResultTests
{
    private const string Ask = "XenResult result = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); ";

    [Theory]
    [InlineData(Ask + "int value = {|HCS4003:(int)result.Value|};")]
    [InlineData(Ask + "uint value = {|HCS4003:(uint)result.Value|};")]
    [InlineData(Ask + "short value = {|HCS4003:(short)(result.Value)|};")]
    [InlineData(Ask + "int value = {|HCS4003:(int)-result.Value|};")]
    [InlineData(Ask + "long whole = result.Value; int value = {|HCS4003:(int)whole|};")]
    [InlineData(Ask + "XenErrno errno = {|HCS4003:(XenErrno)(-result.Value)|};")]
    [InlineData("int pages = {|HCS4003:(int)MemoryOp.MaximumRamPage().Value|};")]
    [InlineData("uint done = {|HCS4003:(uint)MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self).Value|};")]
    [InlineData("XenQuantity pages = MemoryOp.MaximumRamPage(); if (pages.IsFailure) { return false; } uint low = {|HCS4003:(uint)pages.Value|};")]
    [InlineData(Ask + "Func<int> value = () => {|HCS4003:(int)result.Value|};")]
    [InlineData("XenQuantity pages = MemoryOp.MaximumRamPage(); if (pages.IsFailure) { return false; } if (0 > pages.Value) { return false; } uint low = {|HCS4003:(uint)pages.Value|};")]
    [InlineData("XenQuantity pages = MemoryOp.MaximumRamPage(); if (pages.IsFailure) { return false; } if (pages.Value < 0) { return false; } uint low = {|HCS4003:(uint)pages.Value|};")]
    [InlineData("XenQuantity pages = MemoryOp.MaximumRamPage(); if (pages.IsFailure) { return false; } if ((ulong)pages.Value > 0UL) { uint low = {|HCS4003:(uint)pages.Value|}; }")]
    public Task A_narrower_type_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Ask + "long value = result.Value;")]
    [InlineData(Ask + "ulong value = (ulong)result.Value;")]
    [InlineData(Ask + "nint value = (nint)result.Value;")]
    [InlineData(Ask + "if (result.IsFailure) { return false; } uint id = (uint)result.Value;")]
    [InlineData(Ask + "XenErrno errno = result.Errno; int value = (int)result.Value;")]
    [InlineData(Ask + "int value = checked((int)result.Value);")]
    [InlineData(Ask + "double value = result.Value;")]
    [InlineData(Ask + "uint low = (uint)(result.Value & 0xFFFF);")]
    [InlineData(Ask + "uint major = (uint)(result.Value >> 16);")]
    [InlineData(Ask + "int errno = (int)result.Errno;")]
    [InlineData("int value = (int)number;")]
    [InlineData("object any = number; if (any is long v) { int value = (int)v; }")]
    [InlineData(Ask + "long whole = result.Value; whole &= 1; int value = (int)whole;")]
    [InlineData("uint major = XenVersion.Version().Major; uint packed = (uint)XenVersion.Version().Value;")]
    [InlineData("XenQuantity pages = MemoryOp.MaximumRamPage(); if (pages.IsFailure) { return false; } if (pages.Value > 100) { return false; } uint low = (uint)pages.Value;")]
    [InlineData("XenQuantity pages = MemoryOp.MaximumRamPage(); if (pages.IsFailure) { return false; } if (100 < (ulong)pages.Value) { return false; } uint low = (uint)pages.Value;")]
    public Task The_whole_register_or_a_chosen_part_of_it_is_not(string statements) => XenGuest.Statements(statements);
}
