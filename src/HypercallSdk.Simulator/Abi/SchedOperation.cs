namespace HypercallSdk.Simulator.Abi;

/// <summary>What <c>sched_op</c> offers (<c>SCHEDOP_*</c>).</summary>
internal enum SchedOperation : uint
{
    Yield = 0,
    Block = 1,
    Shutdown = 2,
    Poll = 3,
    RemoteShutdown = 4,
    ShutdownCode = 5,
    Watchdog = 6,
    PinOverride = 7,
}
