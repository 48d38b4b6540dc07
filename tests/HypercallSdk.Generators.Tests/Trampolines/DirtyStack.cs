using System;
using System.Runtime.CompilerServices;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>Leaves garbage on the stack where the next call will have its locals.</summary>
internal static class DirtyStack
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Make()
    {
        Span<byte> garbage = stackalloc byte[4096];
        garbage.Fill(0xA5);
        return garbage[Environment.TickCount & 0xFFF];
    }
}
