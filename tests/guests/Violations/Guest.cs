using System.Runtime.InteropServices;
using HypercallSdk.Guests.Answers;
using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Violations;

/// <summary>
/// Does what the rules warn of, and prints what real Xen makes of it. A violation and what is printed of it stand in one paragraph of
/// the source, by which a test knows that the compiler reports there the rule that the line names.
/// </summary>
internal static unsafe class Guest
{
    private const uint PvMagic = 0x2D6E6578; // "xen-"

    [UnmanagedCallersOnly(EntryPoint = "kernel_main")]
    public static int KernelMain(byte* start)
    {
        if (!Place.TryFind(start, out Place place))
        {
            return 1;
        }

        GuestKind kind = KindOf(start, place);
        if (kind != GuestKind.Pv)
        {
            Targets.Run(place);
            Operations.Run(place);
            Outcomes.Run(place);
        }

        RunOnly(kind, start, place);
        Operations.RunAnywhere(place);
        Outcomes.RunAnywhere(place);
        return Machine.Pass;
    }

    private static void RunOnly(GuestKind kind, byte* start, Place place)
    {
        switch (kind)
        {
            case GuestKind.ArmDom0:
                ArmTargets.Run(start, place);
                ArmTargets.RunInDom0();
                ArmOperations.Run(place);
                GrantMappings.Run(place);
                break;
            case GuestKind.ArmDomU:
                ArmTargets.Run(start, place);
                ArmTargets.RunInDomU();
                ArmOperations.Run(place);
                GrantMappings.Run(place);
                break;
            case GuestKind.Pv:
                PvTargets.Run(place);
                break;
            case GuestKind.Pvh:
                X86Targets.Run();
                X86Operations.Run(place);
                GrantMappings.Run(place);
                break;
        }
    }

    private static GuestKind KindOf(byte* start, Place place) => *(uint*)start switch
    {
        HvmStart.Magic => GuestKind.Pvh,
        PvMagic => GuestKind.Pv,
        _ => place.OwnDomain.Value == 0 ? GuestKind.ArmDom0 : GuestKind.ArmDomU,
    };
}
