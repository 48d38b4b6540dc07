using System;

namespace HypercallSdk.Guests.Answers;

/// <summary>
/// Prints what Xen answered to one operation, a line each: the hypercall's and the operation's C names, the result register, and
/// the status where the operation has its own, such as <c>grant_table_op GNTTABOP_query_size 0 status 0</c>.
/// </summary>
internal static unsafe class Answer
{
    /// <summary>What Xen answered, which is the same in every run.</summary>
    public static void Is(ReadOnlySpan<byte> operation, XenResult result) => Write(operation, result.Value);

    /// <summary>What Xen answered, which is the same in every run.</summary>
    public static void Is(ReadOnlySpan<byte> operation, ExtentCount result) => Write(operation, result.Value);

    /// <summary>What Xen answered, which is the same in every run.</summary>
    public static void Is(ReadOnlySpan<byte> operation, XenQuantity result) => Write(operation, RegisterOf(result));

    /// <summary>What Xen answered, which is the same in every run.</summary>
    public static void Is(ReadOnlySpan<byte> operation, long register) => Write(operation, register);

    /// <summary>What Xen answered, and the status of the operation's one element.</summary>
    public static void Is(ReadOnlySpan<byte> operation, XenResult result, long status)
    {
        Line line = default;
        line.Add(operation);
        line.Add(" "u8);
        line.Add(result.Value);
        line.Add(" status "u8);
        line.Add(status);
        line.Write();
    }

    /// <summary>What Xen answered: a number above 0 that is another one in another run, or on another machine.</summary>
    public static void Varies(ReadOnlySpan<byte> operation, XenResult result) => Varies(operation, result.Value);

    /// <summary>What Xen answered: a number above 0 that is another one in another run, or on another machine.</summary>
    public static void Varies(ReadOnlySpan<byte> operation, XenQuantity result) => Varies(operation, RegisterOf(result));

    /// <summary>What Xen answered: a number above 0 that is another one in another run, or on another machine.</summary>
    public static void Varies(ReadOnlySpan<byte> operation, long register)
    {
        if (register <= 0)
        {
            Write(operation, register);
            return;
        }

        Line line = default;
        line.Add(operation);
        line.Add(" >0"u8);
        line.Write();
    }

    private static void Write(ReadOnlySpan<byte> operation, long register)
    {
        Line line = default;
        line.Add(operation);
        line.Add(" "u8);
        line.Add(register);
        line.Write();
    }

    private static long RegisterOf(XenQuantity result) => result.IsFailure ? -(long)result.Errno : (long)result.Value;
}
