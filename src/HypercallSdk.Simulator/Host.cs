using System;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator;

/// <summary>What the simulator needs of the machine it runs on.</summary>
internal static class Host
{
    /// <summary>Refuses a host on which pages cannot be mapped as Xen maps them.</summary>
    public static void Require()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            throw new PlatformNotSupportedException(
                "The simulator maps single pages as only 64-bit Linux can. Run it there: in a container, in WSL 2 or on a CI runner.");
        }

        if (Environment.SystemPageSize != PageSize.Bytes)
        {
            throw new PlatformNotSupportedException(
                $"This host's pages have {Environment.SystemPageSize} bytes and Xen's have 4096. "
                + "Run the simulator on a kernel with pages of 4 KiB.");
        }
    }
}
