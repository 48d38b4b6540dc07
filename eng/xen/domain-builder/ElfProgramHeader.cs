using System.Runtime.InteropServices;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>A program header of an ELF file of 64 bits: a piece of the file and its place in memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ElfProgramHeader
{
    /// <summary>The type of what is loaded into memory.</summary>
    public const uint Load = 1;

    /// <summary>The type of notes.</summary>
    public const uint Notes = 4;

    /// <summary>What it is.</summary>
    public readonly uint Type;

    /// <summary>How its memory may be used.</summary>
    public readonly uint Flags;

    /// <summary>Where it begins in the file.</summary>
    public readonly ulong Offset;

    /// <summary>Its virtual address.</summary>
    public readonly ulong VirtualAddress;

    /// <summary>Its physical address.</summary>
    public readonly ulong PhysicalAddress;

    /// <summary>How many bytes the file has of it.</summary>
    public readonly ulong FileSize;

    /// <summary>How many bytes it has in memory; those behind the file's are zeros.</summary>
    public readonly ulong MemorySize;

    /// <summary>What its addresses are a multiple of.</summary>
    public readonly ulong Alignment;
}
