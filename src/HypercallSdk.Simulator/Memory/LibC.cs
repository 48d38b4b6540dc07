using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HypercallSdk.Simulator.Memory;

/// <summary>The few calls of the host's C library that .NET has no equal of. The values are Linux's on x86-64 and arm64.</summary>
internal static partial class LibC
{
    /// <summary><c>PROT_NONE</c>: every access faults.</summary>
    public const int ProtNone = 0;

    /// <summary><c>PROT_READ</c>.</summary>
    public const int ProtRead = 1;

    /// <summary><c>PROT_WRITE</c>.</summary>
    public const int ProtWrite = 2;

    /// <summary><c>MAP_SHARED</c>: what one mapping writes, every mapping of the same page reads.</summary>
    public const int MapShared = 0x01;

    /// <summary><c>MAP_PRIVATE</c>.</summary>
    public const int MapPrivate = 0x02;

    /// <summary><c>MAP_FIXED</c>: exactly there, replacing what was there.</summary>
    public const int MapFixed = 0x10;

    /// <summary><c>MAP_ANONYMOUS</c>: backed by no file.</summary>
    public const int MapAnonymous = 0x20;

    /// <summary><c>MAP_NORESERVE</c>: address space only, no memory set aside.</summary>
    public const int MapNoReserve = 0x4000;

    /// <summary><c>MFD_CLOEXEC</c>.</summary>
    public const uint MemfdCloseOnExec = 1;

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    /// <summary>The same without a file: <paramref name="noFile"/> is -1.</summary>
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint MapAnonymously(nint address, nuint length, int protection, int flags, int noFile, long offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int SetLength(SafeFileHandle file, long length);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    public static unsafe partial nint Read(SafeFileHandle file, void* buffer, nuint count, long offset);

    [LibraryImport("libc", EntryPoint = "pwrite", SetLastError = true)]
    public static unsafe partial nint Write(SafeFileHandle file, void* buffer, nuint count, long offset);
}
