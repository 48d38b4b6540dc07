using System.Runtime.CompilerServices;

namespace HypercallSdk.Guests.Language;

/// <summary>
/// What a processor of 32 bits has no instruction for, so that the native compiler calls somebody. The right results are the C#
/// compiler's: both sides of each comparison are the same expression, of constants on one side.
/// </summary>
internal static class Arithmetic
{
    private const ulong Big = 0xFEDCBA9876543210;
    private const ulong Small = 0x12345;
    private const ulong Huge = 0xFFFF000000000001; // more than half of what there is: a remainder may need a 65th bit
    private const int Dividend = -0x76543210;
    private const int Divisor = 0x1234;

    /// <summary>Whether all of it is right.</summary>
    public static bool Works() => Divides(Big, Small, Huge) && DividesSigned((long)Small, Dividend, Divisor) && Shifts(Big);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Divides(ulong big, ulong small, ulong huge) =>
        big / small == Big / Small
        && big % small == Big % Small
        && ulong.MaxValue / huge == ulong.MaxValue / Huge
        && (ulong.MaxValue - 1) % huge == (ulong.MaxValue - 1) % Huge
        && big % huge == Big % Huge
        && (uint)big / (uint)small == unchecked((uint)Big) / (uint)Small
        && (uint)big % (uint)small == unchecked((uint)Big) % (uint)Small;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool DividesSigned(long small, int dividend, int divisor) =>
        long.MinValue / small == long.MinValue / (long)Small
        && long.MinValue % small == long.MinValue % (long)Small
        && long.MaxValue / -small == long.MaxValue / -(long)Small
        && long.MaxValue % -small == long.MaxValue % -(long)Small
        && dividend / divisor == Dividend / Divisor
        && dividend % divisor == Dividend % Divisor
        && dividend / -divisor == Dividend / -Divisor;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Shifts(ulong big)
    {
        // Each way of crossing, and of not crossing, from one half into the other.
        for (int distance = 0; distance < 64; distance++)
        {
            ulong left = big;
            ulong right = big;
            long signed = (long)big;
            for (int step = 0; step < distance; step++)
            {
                left <<= 1;
                right >>= 1;
                signed >>= 1;
            }

            if (big << distance != left || big >> distance != right || (long)big >> distance != signed)
            {
                return false;
            }
        }

        return true;
    }
}
