using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>What becomes of the result register: all of it, or exactly the bits that are declared.</summary>
public sealed class ResultTests
{
    private const string Source = """
        using HypercallSdk;
        public enum Small : sbyte { }
        public enum Error : int { }
        public enum Wide : ulong { }
        public struct OfInt { public int Value; public OfInt(int value) { Value = value; } }
        public struct OfUInt { public uint Value; public OfUInt(uint value) { Value = value; } }
        public struct OfLong { public long Value; public OfLong(long value) { Value = value; } }
        public struct OfULong { public ulong Value; public OfULong(ulong value) { Value = value; } }
        public struct OfNUInt { public nuint Value; public OfNUInt(nuint value) { Value = value; } }
        public struct OfAll
        {
            public string Value;
            public OfAll(int value) { Value = $"int {value}"; }
            public OfAll(uint value) { Value = $"uint {value}"; }
            public OfAll(long value) { Value = $"long {value}"; }
            public OfAll(ulong value) { Value = $"ulong {value}"; }
        }
        [Hypercall(40, "demo_op")]
        public partial interface IDemo
        {
            [HypercallOp(1, "A")] long Long();
            [HypercallOp(2, "A")] ulong ULong();
            [HypercallOp(3, "A")] nint NInt();
            [HypercallOp(4, "A")] nuint NUInt();
            [HypercallOp(5, "A")] OfLong WholeLong();
            [HypercallOp(6, "A")] OfULong WholeULong();
            [HypercallOp(7, "A")] OfNUInt WholeNUInt();
            [HypercallOp(8, "A")] OfAll WholeAll();
            [HypercallOp(11, "A")] [return: StoredAs(AbiInteger.S32)] int S32Int();
            [HypercallOp(12, "A")] [return: StoredAs(AbiInteger.U32)] uint U32UInt();
            [HypercallOp(13, "A")] [return: StoredAs(AbiInteger.S32)] long S32Long();
            [HypercallOp(14, "A")] [return: StoredAs(AbiInteger.U32)] long U32Long();
            [HypercallOp(15, "A")] [return: StoredAs(AbiInteger.S32)] ulong S32ULong();
            [HypercallOp(16, "A")] [return: StoredAs(AbiInteger.U32)] ulong U32ULong();
            [HypercallOp(17, "A")] [return: StoredAs(AbiInteger.S32)] Error S32Error();
            [HypercallOp(18, "A")] [return: StoredAs(AbiInteger.U8)] Small U8Small();
            [HypercallOp(19, "A")] [return: StoredAs(AbiInteger.S16)] Wide S16Wide();
            [HypercallOp(20, "A")] [return: StoredAs(AbiInteger.S32)] OfInt S32OfInt();
            [HypercallOp(21, "A")] [return: StoredAs(AbiInteger.U32)] OfUInt U32OfUInt();
            [HypercallOp(22, "A")] [return: StoredAs(AbiInteger.S32)] XenResult S32XenResult();
            [HypercallOp(23, "A")] [return: StoredAs(AbiInteger.U32)] OfULong U32OfULong();
            [HypercallOp(24, "A")] [return: StoredAs(AbiInteger.S8)] OfULong S8OfULong();
            [HypercallOp(25, "A")] [return: StoredAs(AbiInteger.U64)] ulong U64ULong();
            [HypercallOp(26, "A")] [return: StoredAs(AbiInteger.S32)] OfAll S32OfAll();
            [HypercallOp(27, "A")] [return: StoredAs(AbiInteger.U16)] OfAll U16OfAll();
            [HypercallOp(28, "A")] [return: StoredAs(AbiInteger.S64)] OfAll S64OfAll();
            [HypercallOp(29, "A")] [return: StoredAs(AbiInteger.U32)] nuint U32NUInt();
            [HypercallOp(30, "A")] [return: StoredAs(AbiInteger.S32)] nuint S32NUInt();
        }
        """;

    private static readonly Lazy<HookedGuest[]> Guests = new(static () => [new(Source, isChecked: true), new(Source, isChecked: false)]);

    [Theory]
    [InlineData("Long", -2, "-2")]
    [InlineData("ULong", -2, "18446744073709551614")]
    [InlineData("NInt", -2, "-2")]
    [InlineData("NUInt", -2, "18446744073709551614")]
    [InlineData("WholeLong", long.MinValue, "-9223372036854775808")]
    [InlineData("WholeULong", -1, "18446744073709551615")]
    [InlineData("WholeNUInt", -1, "18446744073709551615")]
    [InlineData("WholeAll", -1, "long -1")]
    [InlineData("S32Int", 0x00000000_FFFFFFFF, "-1")]
    [InlineData("S32Int", 0x12345678_7FFFFFFF, "2147483647")]
    [InlineData("U32UInt", 0x12345678_80000001, "2147483649")]
    [InlineData("S32Long", 0x12345678_80000000, "-2147483648")]
    [InlineData("S32Long", unchecked((long)0xFFFFFFFF_00000005), "5")]
    [InlineData("U32Long", -1, "4294967295")]
    [InlineData("S32ULong", 0xFFFFFFFF, "18446744073709551615")]
    [InlineData("U32ULong", -1, "4294967295")]
    [InlineData("S32Error", 0x00000000_FFFFFFFE, "-2")]
    [InlineData("U8Small", 0x1FF, "-1")]
    [InlineData("S16Wide", 0x12345_8000, "18446744073709518848")]
    [InlineData("S32OfInt", 0xFFFFFFFF, "-1")]
    [InlineData("U32OfUInt", -1, "4294967295")]
    [InlineData("S32XenResult", 0xFFFFFFDA, "-38")]
    [InlineData("U32OfULong", -1, "4294967295")]
    [InlineData("S8OfULong", 0x1FF, "18446744073709551615")]
    [InlineData("U64ULong", -1, "18446744073709551615")]
    [InlineData("S32OfAll", 0xFFFFFFFF, "int -1")]
    [InlineData("U16OfAll", -1, "uint 65535")]
    [InlineData("S64OfAll", -1, "long -1")]
    [InlineData("U32NUInt", -1, "4294967295")]
    [InlineData("S32NUInt", 0xFFFFFFFF, "18446744073709551615")]
    public void The_result_is_what_is_declared_of_the_register(string method, long register, string value)
    {
        foreach (HookedGuest guest in Guests.Value)
        {
            Assert.Equal(value, Text(guest.Call(register, "Demo", method)!));
        }
    }

    [Theory]
    [InlineData(0, true, 0UL, XenErrno.None)]
    [InlineData(0x1_8000_0000, true, 0x1_8000_0000UL, XenErrno.None)]
    [InlineData(-1, false, ulong.MaxValue, XenErrno.EPERM)]
    [InlineData(-4095, false, 0xFFFF_FFFF_FFFF_F001UL, (XenErrno)4095)]
    [InlineData(-4096, true, 0xFFFF_FFFF_FFFF_F000UL, XenErrno.None)]
    [InlineData(long.MinValue, true, 0x8000_0000_0000_0000UL, XenErrno.None)]
    public void A_quantity_is_an_error_in_the_last_4095_values_only(long register, bool isSuccess, ulong value, XenErrno errno)
    {
        XenQuantity quantity = new((nint)register);

        Assert.Equal((isSuccess, !isSuccess, value, errno), (quantity.IsSuccess, quantity.IsFailure, quantity.Value, quantity.Errno));
    }

    /// <summary>A result in decimal; a struct's, from its one field.</summary>
    private static string? Text(object result) => result switch
    {
        Enum => Enum.Format(result.GetType(), result, "D"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Convert.ToString(
            result.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public).Single().GetValue(result), CultureInfo.InvariantCulture),
    };
}
