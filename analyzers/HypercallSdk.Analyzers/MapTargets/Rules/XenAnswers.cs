using HypercallSdk.Analyzers.MemoryMaps;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Analyzers.MapTargets.Rules;

/// <summary>What Xen was seen to do with a mapping, where Arm and x86 differ.</summary>
internal static class XenAnswers
{
    /// <summary>To a mapping at memory that the guest has not given back.</summary>
    public static string OverOwnMemory(GuestAddressSpace space) =>
        IsX86(space) ? "Xen answers 0 and frees the page with what it held" : "Xen answers 0, replaces the page and leaks it";

    /// <summary>To a mapping at an address that the guest cannot have.</summary>
    public static string BeyondAddressWidth(GuestAddressSpace space) =>
        IsX86(space) ? "Xen answers -ENOENT or -EINVAL" : "Xen answers -EINVAL, or 0 for a page that aborts every access";

    private static bool IsX86(GuestAddressSpace space) => space.Guest is GuestKind.Pvh or GuestKind.Hvm or GuestKind.Pv;
}
