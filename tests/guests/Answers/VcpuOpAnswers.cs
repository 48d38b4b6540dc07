using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>vcpu_op: on the vCPU that runs where that does no harm, else on one that there is not.</summary>
internal static unsafe class VcpuOpAnswers
{
    private const uint Own = 0;
    private const uint None = 8191;

    public static void Print(Place place)
    {
        Lifecycle(place);
        Areas(place);
        Timers();
    }

    private static void Lifecycle(Place place)
    {
        Answer.Is("vcpu_op VCPUOP_initialise"u8, VcpuOp.Initialise(Own, (VcpuGuestContext*)place.Page(0)));
        Answer.Is("vcpu_op VCPUOP_up"u8, VcpuOp.Up(Own));
        Answer.Is("vcpu_op VCPUOP_down"u8, VcpuOp.Down(None));
        Answer.Is("vcpu_op VCPUOP_is_up"u8, VcpuOp.IsUp(Own));
        Answer.Is("vcpu_op VCPUOP_get_runstate_info"u8, VcpuOp.GetRunstateInfo(Own, out _));
        Answer.Is("vcpu_op VCPUOP_send_nmi"u8, VcpuOp.SendNmi(None));
        Answer.Is("vcpu_op VCPUOP_get_physid"u8, VcpuOp.GetPhysid(Own, out _));
    }

    // Xen writes to the areas from now on: they are pages that nothing else uses.
    private static void Areas(Place place)
    {
        VcpuRegisterRunstateMemoryArea runstate = default;
        runstate.addr.v = (VcpuRunstateInfo*)place.Page(Place.RunstatePage);
        Answer.Is("vcpu_op VCPUOP_register_runstate_memory_area"u8, VcpuOp.RegisterRunstateMemoryArea(Own, &runstate));
        runstate.addr.p = place.AddressOf(Place.RunstatePage);
        Answer.Is("vcpu_op VCPUOP_register_runstate_phys_area"u8, VcpuOp.RegisterRunstatePhysArea(Own, &runstate));

        VcpuRegisterTimeMemoryArea time = default;
        time.addr.v = (VcpuTimeInfo*)place.Page(Place.TimePage);
        Answer.Is("vcpu_op VCPUOP_register_vcpu_time_memory_area"u8, VcpuOp.RegisterVcpuTimeMemoryArea(Own, &time));
        time.addr.p = place.AddressOf(Place.TimePage);
        Answer.Is("vcpu_op VCPUOP_register_vcpu_time_phys_area"u8, VcpuOp.RegisterVcpuTimePhysArea(Own, &time));

        _ = place.Page(Place.VcpuInfoPage);
        VcpuRegisterVcpuInfo info = default;
        info.mfn = place.FrameOf(Place.VcpuInfoPage);
        Answer.Is("vcpu_op VCPUOP_register_vcpu_info"u8, VcpuOp.RegisterVcpuInfo(Own, &info));
    }

    private static void Timers()
    {
        VcpuSetPeriodicTimer periodic = default;
        periodic.period_ns = 1_000_000_000;
        Answer.Is("vcpu_op VCPUOP_set_periodic_timer"u8, VcpuOp.SetPeriodicTimer(Own, &periodic));
        Answer.Is("vcpu_op VCPUOP_stop_periodic_timer"u8, VcpuOp.StopPeriodicTimer(Own));
        VcpuSetSingleshotTimer once = default;
        once.timeout_abs_ns = ulong.MaxValue >> 1; // after the end of every test
        Answer.Is("vcpu_op VCPUOP_set_singleshot_timer"u8, VcpuOp.SetSingleshotTimer(Own, &once));
        Answer.Is("vcpu_op VCPUOP_stop_singleshot_timer"u8, VcpuOp.StopSingleshotTimer(Own));
    }
}
