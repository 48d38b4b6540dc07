using System.Collections.Generic;
using HypercallSdk.Generators.Conduits.MachineCode;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of all x86 guests: a page of the guest's that Xen fills with an entry of 32 bytes a hypercall, each of which traps
/// as this machine and this kind of guest do. The guest's image gives the page as the symbol <c>hypercall_page</c>, and tells Xen
/// of it: by the ELF note <c>XEN_ELFNOTE_HYPERCALL_PAGE</c>, or by the MSR that CPUID names.
/// </summary>
internal sealed class HypercallPageConduit(AbiKind abi, CallingConvention convention) : X86Conduit(abi, convention)
{
    /// <summary>How many hypercalls the page has.</summary>
    public const uint Entries = 128;

    private const int EntrySize = 32;

    /// <inheritdoc/>
    public override string Name => "hypercall-page";

    /// <inheritdoc/>
    protected override string SymbolPart => "page";

    /// <inheritdoc/>
    protected override IEnumerable<StubInstruction> TrapAndReturn(uint number) => [StubInstruction.OfLinker($"jmp {Entry(number)}")];

    /// <inheritdoc/>
    protected override IEnumerable<StubInstruction> Trap(uint number) => [StubInstruction.OfLinker($"call {Entry(number)}")];

    private static string Entry(uint number) => $"hypercall_page + {number * EntrySize}";
}
