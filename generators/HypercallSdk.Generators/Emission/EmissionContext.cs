using HypercallSdk.Generators.Conduits;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>What code is emitted for.</summary>
/// <param name="Abi">The ABI.</param>
/// <param name="Kind">Which conduit it is.</param>
/// <param name="Stubs">What its stubs are.</param>
/// <param name="Corlib">What the guest's core library has.</param>
internal sealed record EmissionContext(AbiKind Abi, ConduitKind Kind, StubOptions Stubs, GuestCorlib Corlib)
{
    /// <summary>The ABI's widths.</summary>
    public DataModel DataModel { get; } = DataModel.Of(Abi);

    /// <summary>The way into the hypervisor.</summary>
    public Conduit Conduit { get; } = Conduit.Of(Kind, Abi, Stubs);

    /// <summary>The context of a project; null when it names an ABI or a conduit that there is not.</summary>
    public static EmissionContext? Of(BuildOptions options, GuestCorlib corlib) =>
        options is { Abi: { } abi, Conduit: { } conduit }
            ? new EmissionContext(abi, conduit, options.Stubs, corlib)
            : null;
}
