using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of processes in a Linux control domain: a file of the guest source, which is there when <c>HypercallGuest</c> is
/// <c>linux-dom0</c>, asks the kernel to make the hypercall.
/// </summary>
internal sealed class PrivcmdConduit : Conduit
{
    /// <summary>As many as the request of <c>/dev/xen/privcmd</c> has.</summary>
    private const int MaximumArguments = 5;

    /// <summary>The result types whose every value an <c>int</c> holds: 0 or an error, and a count of at most 2^26 - 1.</summary>
    private static readonly string[] Small = ["XenResult", "ExtentCount"];

    /// <inheritdoc/>
    public override string Name => "privcmd";

    /// <inheritdoc/>
    /// <remarks>A process's stack and heap are neither locked nor certain to be there; the hypervisor faults nothing in.</remarks>
    public override bool CopiesArguments => true;

    /// <summary>Whether a result may be one that the kernel, which hands an <c>int</c> on, cuts.</summary>
    public static bool IsCut(ResultDeclaration result) => result switch
    {
        { Shape: ResultShape.Nothing } => false,
        { StoredAs: { } stored } => stored.Size > 4 || stored is { Size: 4, IsSigned: false },
        _ => !Small.Contains(result.Type.Substring(result.Type.LastIndexOf('.') + 1)),
    };

    /// <inheritdoc/>
    public override string? RemarkOn(ResultDeclaration result) => IsCut(result)
        ? "Linux hands the low 32 bits on, as an int: from 2^31 on the result is another number, and 2^32 - 4095 to 2^32 - 1 look like errors."
        : null;

    /// <inheritdoc/>
    public override void WriteTrap(SourceWriter writer, TrapMethod trap, GuestCorlib corlib)
    {
        IEnumerable<string> passed = Enumerable.Range(0, MaximumArguments).Select(index => index < trap.Arguments ? $"a{index}" : "0");
        writer
            .Line("/// <summary>Has the kernel make the hypercall, with the command and its arguments.</summary>")
            .Line($"private static nint {trap.Name}({ParameterList(trap.Arguments)}) =>")
            .Continued($"global::HypercallSdk.Privcmd.Call({trap.Number}, {string.Join(", ", passed)});");
    }

    /// <inheritdoc/>
    public override bool NeedsSupport(IReadOnlyList<HypercallCall> calls, GuestCorlib corlib) => false;

    /// <inheritdoc/>
    public override string Support(IReadOnlyList<HypercallCall> calls, BuildOptions options, GuestCorlib corlib) => string.Empty;
}
