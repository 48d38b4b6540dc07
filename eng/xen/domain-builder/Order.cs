namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>What domain is wanted.</summary>
/// <remarks>The text is <c>MEMORY</c> or <c>MEMORY COMMAND-LINE</c>, with the memory in MiB.</remarks>
internal readonly unsafe struct Order
{
    private const uint MemoryLimit = 3072; // the emulated APIC and what else is no RAM lies above

    private Order(uint memory, byte* commandLine)
    {
        Memory = memory;
        CommandLine = commandLine;
    }

    /// <summary>The domain's memory in MiB.</summary>
    public uint Memory { get; }

    /// <summary>The domain's command line, in ASCII with a zero behind it.</summary>
    public byte* CommandLine { get; }

    /// <summary>Reads it.</summary>
    /// <returns>Whether there is a memory that a domain can have.</returns>
    public static bool TryRead(byte* text, out Order order)
    {
        uint memory = 0;
        while (*text is >= (byte)'0' and <= (byte)'9' && memory <= MemoryLimit)
        {
            memory = (memory * 10) + (uint)(*text++ - '0');
        }

        order = new Order(memory, *text == ' ' ? text + 1 : text);
        return memory is > 0 and <= MemoryLimit && *text is 0 or (byte)' ';
    }
}
