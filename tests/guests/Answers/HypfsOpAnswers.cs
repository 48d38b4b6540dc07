using System;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>hypfs_op: the root is read, and nothing is written: that file is not there.</summary>
internal static unsafe class HypfsOpAnswers
{
    public static void Print(Place place)
    {
        ReadOnlySpan<byte> root = "/\0"u8;
        ReadOnlySpan<byte> absent = "/absent\0"u8;
        Answer.Is("hypfs_op XEN_HYPFS_OP_get_version"u8, HypfsOp.GetVersion());
        fixed (byte* path = root)
        {
            Answer.Is("hypfs_op XEN_HYPFS_OP_read"u8, HypfsOp.Read(path, (nuint)root.Length, place.Page(0), 4096));
        }

        fixed (byte* path = absent)
        {
            Answer.Is("hypfs_op XEN_HYPFS_OP_write_contents"u8, HypfsOp.WriteContents(path, (nuint)absent.Length, place.Page(0), 4));
        }
    }
}
