using System.Collections.Generic;
using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of tests: a function pointer in the guest's own assembly, which a simulator fills.</summary>
internal sealed class HookConduit : Conduit
{
    private const int MaximumArguments = 8;

    private const string Registers = "nuint, nuint, nuint, nuint, nuint, nuint, nuint, nuint";

    /// <summary>The full name of the class that holds the function pointer.</summary>
    public const string ClassName = "HypercallSdk.HypercallHook";

    /// <inheritdoc/>
    public override string Name => "hook";

    /// <inheritdoc/>
    public override void WriteTrap(SourceWriter writer, TrapMethod trap, GuestCorlib corlib)
    {
        List<string> passed = [$"{trap.Number}"];
        for (int index = 0; index < MaximumArguments; index++)
        {
            passed.Add(index < trap.Arguments ? $"a{index}" : "0");
        }

        writer
            .Line("/// <summary>Calls the hook with the command and its arguments in the registers that the hypercall has them in.</summary>")
            .Line($"private static nint {trap.Name}({ParameterList(trap.Arguments)}) =>")
            .Continued($"global::{ClassName}.Target({string.Join(", ", passed)});");
    }

    /// <inheritdoc/>
    public override bool NeedsSupport(IReadOnlyList<HypercallCall> calls, GuestCorlib corlib) =>
        calls.Count > 0 && !corlib.HasHook;

    /// <inheritdoc/>
    public override string Support(IReadOnlyList<HypercallCall> calls, BuildOptions options, GuestCorlib corlib)
    {
        SourceWriter writer = new();
        FileHeader.Write(writer, "The hook conduit: every hypercall of this assembly goes through one function pointer.");
        writer
            .Line("namespace HypercallSdk;")
            .Line()
            .Line("/// <summary>Where the hypercalls of this assembly go. Point it at a simulator before the first one.</summary>")
            .Line($"{(options.IsSupportPublic ? "public" : "internal")} static unsafe class HypercallHook")
            .Open()
            .Line("/// <summary>")
            .Line("/// Takes the hypercall number and eight argument registers, of which Xen has five, and returns the result")
            .Line("/// register. At first it is <see cref=\"NoHypervisor\"/>.")
            .Line("/// </summary>")
            .Line($"public static delegate*<ulong, {Registers}, nint> Target = &NoHypervisor;")
            .Line()
            .Line("/// <summary>Answers every hypercall as a hypervisor that has none of them: <c>-ENOSYS</c>.</summary>")
            .Line($"public static nint NoHypervisor(ulong number, {ParameterList(MaximumArguments)}) =>")
            .Continued("-(nint)global::HypercallSdk.XenErrno.ENOSYS;")
            .Close();
        return writer.ToString();
    }
}
