using System.IO;
using HypercallSdk.Testing;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>The repository's main sample.</summary>
internal static class Sample
{
    /// <summary>The device tree of its machine.</summary>
    public static byte[] DeviceTree => File.ReadAllBytes(Repository.PathOf("samples/GrantTable/machine/domU.dtb"));
}
