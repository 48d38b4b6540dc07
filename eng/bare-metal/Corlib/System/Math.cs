using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>
/// Divisions that a processor may not have: for 32-bit Arm the native compiler calls these by name. None of them may divide.
/// </summary>
internal static class Math
{
    public static int DivInt32(int dividend, int divisor) => checked((int)DivInt64(dividend, divisor));

    public static uint DivUInt32(uint dividend, uint divisor) => (uint)DivUInt64(dividend, divisor);

    public static int ModInt32(int dividend, int divisor) => (int)ModInt64(dividend, divisor);

    public static uint ModUInt32(uint dividend, uint divisor) => (uint)ModUInt64(dividend, divisor);

    public static long DivInt64(long dividend, long divisor)
    {
        if (dividend == -1L << 63 && divisor == -1)
        {
            ThrowHelpers.ThrowOverflowException();
        }

        ulong quotient = DivUInt64(Magnitude(dividend), Magnitude(divisor));
        return (long)((dividend ^ divisor) < 0 ? 0 - quotient : quotient);
    }

    public static long ModInt64(long dividend, long divisor)
    {
        ulong remainder = ModUInt64(Magnitude(dividend), Magnitude(divisor));
        return (long)(dividend < 0 ? 0 - remainder : remainder);
    }

    public static ulong DivUInt64(ulong dividend, ulong divisor) => Divide(dividend, divisor, out _);

    public static ulong ModUInt64(ulong dividend, ulong divisor)
    {
        _ = Divide(dividend, divisor, out ulong remainder);
        return remainder;
    }

    private static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;

    // A bit at a time: the remainder so far takes the dividend's next bit, and gives the quotient's.
    private static ulong Divide(ulong dividend, ulong divisor, out ulong remainder)
    {
        if (divisor == 0)
        {
            ThrowHelpers.ThrowDivideByZeroException();
        }

        ulong quotient = 0;
        remainder = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            bool carry = (long)remainder < 0;
            remainder = (remainder << 1) | (dividend >> 63);
            dividend <<= 1;
            quotient <<= 1;
            if (carry || remainder >= divisor)
            {
                remainder -= divisor;
                quotient |= 1;
            }
        }

        return quotient;
    }
}
