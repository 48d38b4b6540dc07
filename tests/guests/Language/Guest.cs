using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HypercallSdk.Guests.Language;

/// <summary>
/// Uses what guest source may use of C#, and reports what comes out wrong: the proof that the corlib, the native compiler's
/// helpers and the link hold together.
/// </summary>
internal static unsafe class Guest
{
    private static int _counter;
    private static readonly Pair Preset = new(3, 4);

    // Native code is called, so this constructor cannot run at compile time: boot.S runs it.
    private static readonly ulong Late = ProbeMark();

    private static ReadOnlySpan<uint> Words => [0x11111111, 0x22222222, 0x33333333];

    /// <returns>The pass code, or the number of the first check that failed.</returns>
    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* boot)
    {
        int failed = Check(boot);
        Console.Write(failed == 0 ? "every construct works\n"u8 : "a construct does not work\n"u8);
        return failed == 0 ? Machine.Pass : failed;
    }

    private static int Check(byte* boot)
    {
        _counter += (int)Opaque(2);
        if (_counter != 2)
        {
            return 2;
        }

        if (Preset.First != 3 || Late != 0x1234)
        {
            return 3;
        }

        if (Words.Length != 3 || Words[2] != 0x33333333)
        {
            return 4;
        }

        string literal = "text";
        if (literal.Length != 4 || literal[1] != 'e' || Names.Domain.Length != 3)
        {
            return 5;
        }

        if (Name((Kind)Opaque(3)) != 'd' || Name((Kind)Opaque(9)) != '?')
        {
            return 6;
        }

        Large large = default;
        large.Bytes[299] = 7;
        if (Sum(large) != 7)
        {
            return 7;
        }

        Span<int> numbers = stackalloc int[(int)Opaque(20)];
        numbers[19] = 5;
        if (numbers.Slice(10)[9] != 5 || Larger(2, 1) != 2)
        {
            return 8;
        }

        delegate*<ulong, ulong> function = &Opaque;
        if (function(6) != 6 || new Pair(1, 2).Sum != 3)
        {
            return 9;
        }

        if (!Arithmetic.Works())
        {
            return 11;
        }

        // A 32-bit read at an odd address of Normal memory: on Arm the MMU is on, or hardware would abort here.
        uint unaligned = *(uint*)(boot + Opaque(1));
        return (byte)unaligned == boot[Opaque(1)] ? 0 : 10;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Opaque(ulong value) => value;

    private static ulong ProbeMark()
    {
        ulong mark = 0x1234;
        ulong value = 0;
        _ = Machine.ProbeRead(&mark, &value);
        return value;
    }

    private static char Name(Kind kind) => kind switch
    {
        Kind.First => 'a',
        Kind.Second => 'b',
        Kind.Third => 'c',
        Kind.Fourth => 'd',
        Kind.Fifth => 'e',
        _ => '?',
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Sum(Large large)
    {
        int sum = 0;
        for (int index = 0; index < 300; index++)
        {
            sum += large.Bytes[index];
        }

        return sum;
    }

    private static T Larger<T>(T left, T right) where T : unmanaged
        => *(byte*)&left > *(byte*)&right ? left : right;

    private enum Kind : ulong
    {
        First,
        Second,
        Third,
        Fourth,
        Fifth,
    }

    private static class Names
    {
        public static readonly string Domain = "own";
    }

    private struct Large
    {
        public fixed byte Bytes[300];
    }

    private readonly struct Pair(int first, int second)
    {
        public readonly int First = first;

        public int Sum => First + second;
    }
}
