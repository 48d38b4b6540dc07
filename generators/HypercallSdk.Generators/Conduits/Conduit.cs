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

    /// <summary>Writes the method that traps, for a number of arguments, each a <c>nuint</c>; it returns the result register as <c>nint</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="method">What to call the method.</param>
    /// <param name="number">The hypercall number.</param>
    /// <param name="arguments">How many argument registers, the command's included.</param>
    /// <param name="corlib">What the guest's core library has.</param>
    public abstract void WriteTrap(SourceWriter writer, string method, uint number, int arguments, GuestCorlib corlib);

    /// <summary>Whether the compilation must have what <see cref="Support"/> writes.</summary>
    /// <param name="hypercalls">The declared hypercalls; there may be none.</param>
    /// <param name="corlib">What the guest's core library, and what else the guest refers to, has.</param>
    public abstract bool NeedsSupport(IReadOnlyList<HypercallName> hypercalls, GuestCorlib corlib);

    /// <summary>Writes what all trampolines of a compilation share.</summary>
    /// <param name="hypercalls">The declared hypercalls, each number once, ascending.</param>
    /// <param name="options">The project's properties.</param>
    /// <param name="corlib">What the guest's core library has.</param>
    /// <returns>The text of the file.</returns>
    public abstract string Support(IReadOnlyList<HypercallName> hypercalls, BuildOptions options, GuestCorlib corlib);

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

    /// <summary><c>a0, a1</c>, to pass them on.</summary>
    protected static string ArgumentList(int arguments)
    {
        List<string> names = [];
        for (int index = 0; index < arguments; index++)
        {
            names.Add($"a{index}");
        }

        return string.Join(", ", names);
    }
}
