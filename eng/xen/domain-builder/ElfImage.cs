using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>An ELF file of 64 bits in memory: what is loaded where, and where it starts as a PVH guest.</summary>
internal readonly unsafe struct ElfImage
{
    private const uint Magic = 0x464C457F;
    private const byte Class64 = 2;
    private const int ClassOffset = 4;
    private const int HeadersOffset = 32; // e_phoff
    private const int HeaderSizeOffset = 54; // e_phentsize
    private const int HeaderCountOffset = 56; // e_phnum
    private const uint FileHeaderSize = 64;
    private const uint NoteName = 0x006E6558; // "Xen"

    private readonly byte* _file;
    private readonly ulong _size;

    /// <param name="file">The file.</param>
    /// <param name="size">How many bytes it has.</param>
    public ElfImage(byte* file, ulong size)
    {
        _file = file;
        _size = size;
    }

    /// <summary>How many program headers it has; none if it is no such file.</summary>
    public uint Count =>
        _size >= FileHeaderSize && *(uint*)_file == Magic && _file[ClassOffset] == Class64
        && *(ushort*)(_file + HeaderSizeOffset) == sizeof(ElfProgramHeader)
        && Has(*(ulong*)(_file + HeadersOffset), *(ushort*)(_file + HeaderCountOffset) * (ulong)sizeof(ElfProgramHeader))
            ? *(ushort*)(_file + HeaderCountOffset)
            : 0u;

    /// <summary>A program header.</summary>
    /// <param name="index">Which one, below <see cref="Count"/>.</param>
    public ElfProgramHeader* Header(uint index) => (ElfProgramHeader*)(_file + *(ulong*)(_file + HeadersOffset)) + index;

    /// <summary>The bytes that the file has of a segment, or null if it ends before them.</summary>
    public byte* BytesOf(ElfProgramHeader* header) => Has(header->Offset, header->FileSize) ? _file + header->Offset : null;

    /// <summary>Finds <c>XEN_ELFNOTE_PHYS32_ENTRY</c>.</summary>
    /// <param name="entry">The physical address where the guest starts.</param>
    public bool TryFindEntry(out uint entry)
    {
        entry = 0;
        for (uint index = 0; index < Count; index++)
        {
            ElfProgramHeader* header = Header(index);
            if (header->Type == ElfProgramHeader.Notes && TryFindEntry(BytesOf(header), header->FileSize, out entry))
            {
                return true;
            }
        }

        return false;
    }

    // A note: the sizes of name and contents, a type, the name and the contents, these two padded to 4 bytes.
    private static bool TryFindEntry(byte* notes, ulong size, out uint entry)
    {
        const ulong HeadSize = 12;
        entry = 0;
        for (ulong at = 0; notes != null && at + HeadSize + (2 * sizeof(uint)) <= size;)
        {
            uint* note = (uint*)(notes + at);
            if (note[2] == (uint)ElfNote.Phys32Entry && note[0] == sizeof(uint) && note[3] == NoteName)
            {
                entry = note[4];
                return true;
            }

            at += HeadSize + Padded(note[0]) + Padded(note[1]);
        }

        return false;
    }

    private static ulong Padded(uint size) => ((ulong)size + 3) & ~3UL;

    private bool Has(ulong offset, ulong size) => offset <= _size && size <= _size - offset;
}
