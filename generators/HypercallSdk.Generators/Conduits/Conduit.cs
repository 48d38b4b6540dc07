using System.Collections.Generic;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// A way into the hypervisor, chosen at build time: it writes the method <c>Trap</c> that every trampoline of a class ends in.
/// </summary>
internal abstract class Conduit
{
    /// <summary>What to call it in the header of an emitted file.</summary>
    public abstract string Name { get; }

    /// <summary>The conduit of a kind on an ABI.</summary>
    public static Conduit Of(ConduitKind kind, AbiKind abi, StubOptions stubs) => (kind, stubs.Flavour) switch
    {
        (ConduitKind.Hook, _) => new HookConduit(),
        (ConduitKind.Privcmd, _) => new PrivcmdConduit(),
        (_, StubFlavour.Bytes) => new BytesConduit(TrapOf(kind, abi, stubs.Convention), abi),
        _ => TrapOf(kind, abi, stubs.Convention),
    };

    private static LinkedConduit TrapOf(ConduitKind kind, AbiKind abi, CallingConvention convention) => kind switch
    {
        ConduitKind.HypercallPage => new HypercallPageConduit(abi, convention),
        ConduitKind.Vmcall => new VmcallConduit(abi, convention),
        ConduitKind.Vmmcall => new VmmcallConduit(abi, convention),
        ConduitKind.Syscall => new SyscallConduit(convention),
        ConduitKind.Int82 => new Int82Conduit(),
        _ => abi == AbiKind.Arm32 ? new Hvc32Conduit() : new HvcConduit(),
    };

    /// <summary>
    /// Whether an argument that goes by its address is copied to where the hypervisor reaches it at any time, and back; else it is
    /// passed where it is.
    /// </summary>
    public virtual bool CopiesArguments => false;

    /// <summary>Writes a method that traps. Its arguments are <c>nuint</c>; it returns the result register as <c>nint</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="trap">The method.</param>
    /// <param name="corlib">What the guest's core library has.</param>
    public abstract void WriteTrap(SourceWriter writer, TrapMethod trap, GuestCorlib corlib);

    /// <summary>Whether the compilation must have what <see cref="Support"/> writes.</summary>
    /// <param name="calls">The declared hypercalls; there may be none.</param>
    /// <param name="corlib">What the guest's core library, and what else the guest refers to, has.</param>
    public abstract bool NeedsSupport(IReadOnlyList<HypercallCall> calls, GuestCorlib corlib);

    /// <summary>Writes what all trampolines of a compilation share.</summary>
    /// <param name="calls">The declared hypercalls, each once, in a fixed order.</param>
    /// <param name="options">The project's properties.</param>
    /// <param name="corlib">What the guest's core library has.</param>
    /// <returns>The text of the file.</returns>
    public abstract string Support(IReadOnlyList<HypercallCall> calls, BuildOptions options, GuestCorlib corlib);

    /// <summary>What a caller of an operation must know because of the conduit; null when there is nothing.</summary>
    public virtual string? RemarkOn(ResultDeclaration result) => null;

    /// <summary><c>nuint a0, nuint a1</c>, as a parameter list.</summary>
    protected static string ParameterList(int arguments)
    {
        List<string> parameters = [];
        for (int index = 0; index < arguments; index++)
        {
            parameters.Add($"nuint a{index}");
        }

        return string.Join(", ", parameters);
    }
}
