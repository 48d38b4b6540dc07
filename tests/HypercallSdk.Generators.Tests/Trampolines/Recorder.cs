using System;
using System.Reflection;
using System.Runtime.InteropServices;
using HypercallSdk.Xen;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>
/// Stands where the hypervisor would: notes the number and the registers of the last hypercall, copies the argument struct,
/// writes an answer into it, and returns what it is told to. One at a time, because the hook is one static field.
/// </summary>
internal sealed unsafe class Recorder : IDisposable
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public;

    private static readonly FieldInfo Hook =
        typeof(MemoryOp).Assembly.GetType("HypercallSdk.HypercallHook", throwOnError: true)!.GetField("Target", Static)!;

    private static Recorder? s_current;

    private readonly object? _before = Hook.GetValue(null);

    /// <summary>Takes the hook over until it is disposed of.</summary>
    public Recorder()
    {
        s_current = this;
        Hook.SetValue(null, (nint)(delegate*<ulong, nuint, nuint, nuint, nuint, nuint, nuint, nuint, nuint, nint>)&Answer);
    }

    /// <summary>How large the argument struct is, in bytes; 0 when the second register is no pointer to one.</summary>
    public int ArgumentSize { get; init; }

    /// <summary>What the result register shall hold.</summary>
    public long Result { get; init; }

    /// <summary>What the hypervisor writes into the argument struct.</summary>
    public (int Offset, byte[] Bytes)[] Written { get; init; } = [];

    /// <summary>The hypercall's number.</summary>
    public ulong Number { get; private set; }

    /// <summary>The eight argument registers.</summary>
    public ulong[] Registers { get; private set; } = [];

    /// <summary>The argument struct as the hypervisor found it.</summary>
    public byte[] Argument { get; private set; } = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        Hook.SetValue(null, _before);
        s_current = null;
    }

    private static nint Answer(ulong number, nuint a0, nuint a1, nuint a2, nuint a3, nuint a4, nuint a5, nuint a6, nuint a7)
    {
        Recorder self = s_current!;
        self.Number = number;
        self.Registers = [a0, a1, a2, a3, a4, a5, a6, a7];
        if (self.ArgumentSize > 0)
        {
            self.Argument = new ReadOnlySpan<byte>((void*)a1, self.ArgumentSize).ToArray();
            foreach ((int offset, byte[] bytes) in self.Written)
            {
                Marshal.Copy(bytes, 0, (nint)a1 + offset, bytes.Length);
            }
        }

        return (nint)self.Result;
    }
}
