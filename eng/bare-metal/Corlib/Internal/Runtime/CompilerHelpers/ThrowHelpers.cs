using System;
using System.Runtime.InteropServices;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>
/// Where compiled code goes when C# would throw. There is nobody to catch: the guest says what happened and ends.
/// </summary>
internal static unsafe class ThrowHelpers
{
    public static void ThrowIndexOutOfRangeException() => End("an index out of range"u8);

    public static void ThrowArgumentOutOfRangeException() => End("an argument out of range"u8);

    public static void ThrowDivideByZeroException() => End("a division by zero"u8);

    public static void ThrowOverflowException() => End("an overflow in checked arithmetic"u8);

    public static void ThrowNullReferenceException() => End("a null reference"u8);

    public static void ThrowNotSupportedException() => End("an array made at run time"u8);

    private static void End(ReadOnlySpan<byte> what)
    {
        fixed (byte* text = what)
        {
            Fail(text, what.Length);
        }
    }

    [DllImport("*", EntryPoint = "bare_fail"), SuppressGCTransition]
    private static extern void Fail(byte* text, nint length);
}
