using System.Collections.Generic;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Conduits.MachineCode;

/// <summary>An instruction of a stub, as the assembler reads it and as it encodes it.</summary>
/// <param name="Text">GNU's syntax.</param>
/// <param name="Code">Its bytes; none where only a linker knows them.</param>
internal sealed record StubInstruction(string Text, EquatableArray<byte> Code)
{
    /// <summary>An instruction that names a symbol.</summary>
    public static StubInstruction OfLinker(string text) => new(text, default);

    /// <summary>An instruction of some bytes.</summary>
    public static StubInstruction Of(string text, IEnumerable<byte> code) => new(text, new EquatableArray<byte>(code));

    /// <summary>An instruction of Arm's: four bytes, the low one first.</summary>
    public static StubInstruction OfWord(string text, uint word) => Of(text, BytesOf(word));

    /// <summary>A number's bytes, the low one first, as every ABI of Xen has them.</summary>
    public static byte[] BytesOf(uint number) =>
        [(byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)(number >> 24)];
}
