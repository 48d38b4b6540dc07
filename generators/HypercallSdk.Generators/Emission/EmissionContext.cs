using HypercallSdk.Generators.Conduits;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>What code is emitted for.</summary>
/// <param name="DataModel">The ABI's widths.</param>
/// <param name="Conduit">The way into the hypervisor.</param>
/// <param name="Corlib">What the guest's core library has.</param>
internal sealed record EmissionContext(DataModel DataModel, Conduit Conduit, GuestCorlib Corlib)
{
    /// <summary>The context of a project; null when it names an ABI or a conduit that there is not.</summary>
    public static EmissionContext? Of(BuildOptions options, GuestCorlib corlib) =>
        options is { Abi: { } abi, Conduit: { } conduit }
            ? new EmissionContext(DataModel.Of(abi), Conduit.Of(conduit), corlib)
            : null;
}
