using System.Collections.Generic;
using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>The conduit of tests: a function pointer in the guest's own assembly, which a simulator fills.</summary>
internal sealed class HookConduit : Conduit
{
    private const int MaximumArguments = 5;

    /// <summary>The full name of the class that holds the function pointer.</summary>
    public const string ClassName = "HypercallSdk.HypercallHook";

    /// <inheritdoc/>
    public override string Name => "hook";

    /// <inheritdoc/>
    public override void WriteTrap(SourceWriter writer, string method, uint number, int arguments, GuestCorlib corlib)
    {
        List<string> passed = [$"{number}"];
        for (int index = 0; index < MaximumArguments; index++)
        {
            passed.Add(index < arguments ? $"a{index}" : "0");
        }

        writer
            .Line("/// <summary>Calls the hook with the command and its arguments in the registers that the hypercall has them in.</summary>")
            .Line($"private static nint {method}({ParameterList(arguments)}) =>")
            .Continued($"global::{ClassName}.Target({string.Join(", ", passed)});");
    }

    /// <inheritdoc/>
    public override bool NeedsSupport(IReadOnlyList<HypercallName> hypercalls, GuestCorlib corlib) =>
        hypercalls.Count > 0 && !corlib.HasHook;

    /// <inheritdoc/>
    public override string Support(IReadOnlyList<HypercallName> hypercalls, BuildOptions options, GuestCorlib corlib)
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
            .Line("/// Takes the hypercall number and five argument registers and returns the result register. At first it is")
            .Line("/// <see cref=\"NoHypervisor\"/>.")
            .Line("/// </summary>")
            .Line("public static delegate*<ulong, nuint, nuint, nuint, nuint, nuint, nint> Target = &NoHypervisor;")
            .Line()
            .Line("/// <summary>Answers every hypercall as a hypervisor that has none of them: <c>-ENOSYS</c>.</summary>")
            .Line("public static nint NoHypervisor(ulong number, nuint a0, nuint a1, nuint a2, nuint a3, nuint a4) =>")
            .Continued("-(nint)global::HypercallSdk.XenErrno.ENOSYS;")
            .Close();
        return writer.ToString();
    }
}
