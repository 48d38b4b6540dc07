using System;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>A tree that was opened for a test, in guarded memory.</summary>
internal sealed unsafe class OpenTree : IDisposable
{
    private readonly GuardedMemory _memory;

    public OpenTree(byte[] blob)
    {
        _memory = new GuardedMemory(blob.Length);
        Blob = _memory.PutAtEnd(blob);
        Status = DeviceTree.Open(Blob, (uint)blob.Length, out DeviceTree tree, out uint offset);
        Tree = tree;
        Offset = offset;
    }

    public byte* Blob { get; }

    public DeviceTreeStatus Status { get; }

    public uint Offset { get; }

    public DeviceTree Tree { get; }

    public static OpenTree Valid(byte[] blob)
    {
        OpenTree tree = new(blob);
        Assert.Equal(DeviceTreeStatus.Ok, tree.Status);
        Assert.Equal(0u, tree.Offset);
        return tree;
    }

    public void Dispose() => _memory.Dispose();
}
