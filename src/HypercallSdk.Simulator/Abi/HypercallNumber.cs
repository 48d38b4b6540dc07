namespace HypercallSdk.Simulator.Abi;

/// <summary>The hypercalls that Xen's table for Arm holds (<c>__HYPERVISOR_*</c>).</summary>
internal enum HypercallNumber : ulong
{
    PlatformOp = 7,
    MemoryOp = 12,
    Multicall = 13,
    XenVersion = 17,
    ConsoleIo = 18,
    GrantTableOp = 20,
    VmAssist = 21,
    VcpuOp = 24,
    XsmOp = 27,
    SchedOp = 29,
    EventChannelOp = 32,
    PhysdevOp = 33,
    HvmOp = 34,
    Sysctl = 35,
    Domctl = 36,
    ArgoOp = 39,
    DmOp = 41,
    HypfsOp = 42,
}
