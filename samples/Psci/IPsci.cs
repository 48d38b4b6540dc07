using HypercallSdk;

namespace PsciSample;

/// <summary>
/// Arm's Power State Coordination Interface (DEN0022): how a machine is turned off. Xen, KVM and QEMU answer it for their guests.
/// Each function is a hypercall by SMCCC (DEN0028): <c>hvc #0</c>, its identifier in w0, the arguments from w1 on. The identifiers
/// here are those of 32-bit calls, which say nothing of the upper half of x0.
/// </summary>
[Hypercall("psci")]
[HypercallConduit(Immediate = 0, Number = "x0", Arguments = "x1 x2 x3")]
internal partial interface IPsci
{
    /// <summary>The version of the interface.</summary>
    [HypercallOp(PsciFunctions.Version, "PSCI_VERSION")]
    [return: StoredAs(AbiInteger.U32)]
    PsciVersion Version();

    /// <summary>Turns the machine off; it does not come back.</summary>
    [HypercallOp(PsciFunctions.SystemOff, "SYSTEM_OFF")]
    void SystemOff();

    /// <summary>Whether a function is there. Since PSCI 1.0.</summary>
    /// <param name="function">Its identifier.</param>
    [HypercallOp(PsciFunctions.Features, "PSCI_FEATURES")]
    [return: StoredAs(AbiInteger.S32)]
    PsciStatus Features(uint function);
}
