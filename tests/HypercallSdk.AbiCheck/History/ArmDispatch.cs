using System.Collections.Generic;

namespace HypercallSdk.AbiCheck.History;

/// <summary>
/// Operations of which the dispatchers tell Arm's answer wrongly: the measurement read those, and these are refused, or answered,
/// further inside.
/// </summary>
internal static class ArmDispatch
{
    /// <summary>What is dispatched and then refused whatever is asked, with the cause.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["EVTCHNOP_bind_pirq"] = "no domain has a physical interrupt by this way: nr_pirqs is 0",
        ["GNTTABOP_dump_table"] = "no release implements it",
        ["GNTTABOP_get_status_frames"] = "grant tables of version 2 are not offered",
        ["GNTTABOP_transfer"] = "steal_page() refuses every page",
        ["GNTTABOP_unmap_and_replace"] = "replace_grant_host_mapping() refuses every new address",
        ["XENMEM_exchange"] = "steal_page() refuses every page",
    };

    /// <summary>What the dispatcher of the newest release has behind an option that is set there.</summary>
    private static readonly HashSet<string> Answered = ["PHYSDEVOP_pci_device_reset"];

    /// <summary>Whether the measurement is known to differ from the answers.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isOnArm">Whether Arm is declared to answer.</param>
    public static bool IsOnlySeemingly(XenOperation operation, bool isOnArm) =>
        isOnArm ? Answered.Contains(operation.Name) : Refused.ContainsKey(operation.Name);
}
