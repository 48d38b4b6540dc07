namespace HypercallSdk.Abi.Tests.Disassembly;

/// <summary>An instruction, as the disassembler writes it.</summary>
/// <param name="Address">Where it lies, in bytes.</param>
/// <param name="Mnemonic">What it does: <c>bl</c>.</param>
/// <param name="Operands">What to, without the disassembler's comments.</param>
/// <param name="Relocation">What the linker will put into it, in an object file: <c>R_AARCH64_CALL26 name</c>; else null.</param>
internal sealed record Instruction(ulong Address, string Mnemonic, string Operands, string? Relocation)
{
    /// <summary>Mnemonic and operands.</summary>
    public string Text => Operands.Length == 0 ? Mnemonic : $"{Mnemonic} {Operands}";
}
