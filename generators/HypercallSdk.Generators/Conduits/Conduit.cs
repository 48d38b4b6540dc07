using System.Collections.Generic;
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

    /// <summary>The conduit of a kind.</summary>
    public static Conduit Of(ConduitKind kind) => kind switch
    {
        ConduitKind.Hook => new HookConduit(),
        _ => new HvcConduit(),
    };

    /// <summary>Writes a method that traps. Its arguments are <c>nuint</c>; it returns the result register as <c>nint</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="trap">The method.</param>
    /// <param name="corlib">What the guest's core library has.</param>
    public abstract void WriteTrap(SourceWriter writer, TrapMethod trap, GuestCorlib corlib);

    /// <summary>Whether the compilation must have what <see cref="Support"/> writes.</summary>
    /// <param name="stubs">The stubs of the declared hypercalls; there may be none.</param>
    /// <param name="corlib">What the guest's core library, and what else the guest refers to, has.</param>
    public abstract bool NeedsSupport(IReadOnlyList<HypercallStub> stubs, GuestCorlib corlib);

    /// <summary>Writes what all trampolines of a compilation share.</summary>
    /// <param name="stubs">The stubs of the declared hypercalls, each once, in a fixed order.</param>
    /// <param name="options">The project's properties.</param>
    /// <param name="corlib">What the guest's core library has.</param>
    /// <returns>The text of the file.</returns>
    public abstract string Support(IReadOnlyList<HypercallStub> stubs, BuildOptions options, GuestCorlib corlib);

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
