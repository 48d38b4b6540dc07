using System.Collections.Generic;
using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of guests at EL1 on arm64: x16 is the number, x0 to x4 are the arguments, <c>hvc #0xEA1</c> traps, x0 is the
/// result. One out-of-line stub a hypercall, linked as assembly: so the calling convention itself says that x0 to x17 do not
/// survive, and Xen may overwrite x16 and the arguments' registers.
/// </summary>
internal sealed class HvcConduit : Conduit
{
    private const string Interop = "global::System.Runtime.InteropServices.";

    /// <inheritdoc/>
    public override string Name => "hvc";

    /// <inheritdoc/>
    public override void WriteTrap(SourceWriter writer, string method, uint number, int arguments, GuestCorlib corlib)
    {
        writer.Line("/// <summary>Traps with the command and its arguments in x0 and up; the build links the stub.</summary>");
        if (corlib.Import == ImportForm.ByMethodName)
        {
            WriteImportByName(writer, method, number, arguments, corlib);
            return;
        }

        writer
            .Line($"[{Interop}DllImport(\"*\", EntryPoint = \"{Symbol(number)}\"){Suppress(corlib)}]")
            .Line($"private static extern nint {method}({ParameterList(arguments)});");
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Always: the compiler does not delete what it no longer emits, so the stubs of a project whose last hypercall is gone would
    /// be linked on. A file without stubs takes their place.
    /// </remarks>
    public override bool NeedsSupport(IReadOnlyList<HypercallName> hypercalls, GuestCorlib corlib) => true;

    /// <inheritdoc/>
    public override string Support(IReadOnlyList<HypercallName> hypercalls, BuildOptions options, GuestCorlib corlib)
    {
        SourceWriter writer = new();
        FileHeader.Write(writer, "The hvc conduit: the package's build writes the assembly below to a .S file and hands it to the linker.");
        if (corlib.Import == ImportForm.None)
        {
            ImportAttributes.Write(writer, corlib);
            writer.Line();
        }

        writer.Line("#if HYPERCALL_ASSEMBLY // never defined: this is no C#");
        foreach (HypercallName hypercall in hypercalls)
        {
            WriteStub(writer, hypercall);
        }

        writer
            .Line("\t.section .note.GNU-stack, \"\", %progbits")
            .Line("#endif");
        return writer.ToString();
    }

    /// <summary>The import is a local function, so that its name, which is the symbol, meets no name of the declaration.</summary>
    private static void WriteImportByName(SourceWriter writer, string method, uint number, int arguments, GuestCorlib corlib) => writer
        .Line($"private static nint {method}({ParameterList(arguments)})")
        .Open()
        .Line($"return {Symbol(number)}({ArgumentList(arguments)});")
        .Line()
        .Line($"[{Interop}DllImport(\"*\"){Suppress(corlib)}]")
        .Line($"static extern nint {Symbol(number)}({ParameterList(arguments)});")
        .Close();

    /// <summary>
    /// A trap never runs managed code and never blocks on it: no transition is needed, and where the core library can say so,
    /// or the emitted attributes do, no frame is made for one.
    /// </summary>
    private static string Suppress(GuestCorlib corlib) =>
        corlib.HasSuppressGCTransition || corlib.Import == ImportForm.None ? $", {Interop}SuppressGCTransition" : string.Empty;

    private static void WriteStub(SourceWriter writer, HypercallName hypercall)
    {
        string symbol = Symbol(hypercall.Number);
        writer
            .Line($"\t// {hypercall.Name}: x0 to x4 are the arguments, x0 is the result; Xen may overwrite x16 and the arguments.")
            .Line("\t.text")
            .Line("\t.balign 4")
            .Line($"\t.weak {symbol} // the same in every assembly that declares the hypercall")
            .Line($"\t.type {symbol}, %function")
            .Line($"{symbol}:")
            .Lines(LoadNumber(hypercall.Number))
            .Line("\thvc #0xEA1")
            .Line("\tret")
            .Line($"\t.size {symbol}, . - {symbol}")
            .Line();
    }

    private static IEnumerable<string> LoadNumber(uint number)
    {
        yield return $"\tmovz x16, #{number & 0xFFFF}";
        if (number > 0xFFFF)
        {
            yield return $"\tmovk x16, #{number >> 16}, lsl #16";
        }
    }

    private static string Symbol(uint number) => $"hypercall_hvc_{number}";
}
