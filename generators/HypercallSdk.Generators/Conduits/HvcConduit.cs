using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// The conduit of guests at EL1 on arm64: an instruction traps. For Xen x16 is the number, x0 to x4 are the arguments, the
/// instruction is <c>hvc #0xEA1</c>, and x0 is the result; <see cref="ConduitDeclaration"/> says it of another hypervisor. The
/// stubs are out of line, linked as assembly: so the calling convention itself says that x0 to x17 do not survive, and the
/// hypervisor may overwrite them.
/// </summary>
internal sealed class HvcConduit : Conduit
{
    private const string Interop = "global::System.Runtime.InteropServices.";

    /// <inheritdoc/>
    public override string Name => "hvc";

    /// <inheritdoc/>
    public override void WriteTrap(SourceWriter writer, TrapMethod trap, GuestCorlib corlib)
    {
        StubShape shape = new(trap.Conduit);
        string symbol = shape.SymbolOf(trap.Number);
        IReadOnlyList<string> passed = shape.Passed(trap.Number, trap.Arguments);
        bool isPassedAsItIs = passed.Count == trap.Arguments && passed.Select((value, index) => value == $"a{index}").All(static same => same);
        writer.Line(trap.Conduit == ConduitDeclaration.Xen
            ? "/// <summary>Traps with the command and its arguments in x0 and up; the build links the stub.</summary>"
            : "/// <summary>Traps with the arguments in the registers that the hypervisor wants them in; the build links the stub.</summary>");
        if (corlib.Import == ImportForm.ByMethodName || !isPassedAsItIs)
        {
            WriteImportByName(writer, trap, symbol, passed, corlib);
            return;
        }

        writer
            .Line($"[{Interop}DllImport(\"*\", EntryPoint = \"{symbol}\"){Suppress(corlib)}]")
            .Line($"private static extern nint {trap.Name}({ParameterList(trap.Arguments)});");
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Always: the compiler does not delete what it no longer emits, so the stubs of a project whose last hypercall is gone would
    /// be linked on. A file without stubs takes their place.
    /// </remarks>
    public override bool NeedsSupport(IReadOnlyList<HypercallStub> stubs, GuestCorlib corlib) => true;

    /// <inheritdoc/>
    public override string Support(IReadOnlyList<HypercallStub> stubs, BuildOptions options, GuestCorlib corlib)
    {
        SourceWriter writer = new();
        FileHeader.Write(writer, "The hvc conduit: the package's build writes the assembly below to a .S file and hands it to the linker.");
        if (corlib.Import == ImportForm.None)
        {
            ImportAttributes.Write(writer, corlib);
            writer.Line();
        }

        writer.Line("#if HYPERCALL_ASSEMBLY // never defined: this is no C#");
        foreach (HypercallStub stub in stubs)
        {
            WriteStub(writer, stub);
        }

        writer
            .Line("\t.section .note.GNU-stack, \"\", %progbits")
            .Line("#endif");
        return writer.ToString();
    }

    /// <summary>The import is a local function, so that its name, which is the symbol, meets no name of the declaration.</summary>
    private static void WriteImportByName(
        SourceWriter writer, TrapMethod trap, string symbol, IReadOnlyList<string> passed, GuestCorlib corlib) => writer
        .Line($"private static nint {trap.Name}({ParameterList(trap.Arguments)})")
        .Open()
        .Line($"return {symbol}({string.Join(", ", passed)});")
        .Line()
        .Line($"[{Interop}DllImport(\"*\"){Suppress(corlib)}]")
        .Line($"static extern nint {symbol}({ParameterList(passed.Count)});")
        .Close();

    /// <summary>
    /// A trap never runs managed code and never blocks on it: no transition is needed, and where the core library can say so,
    /// or the emitted attributes do, no frame is made for one.
    /// </summary>
    private static string Suppress(GuestCorlib corlib) =>
        corlib.HasSuppressGCTransition || corlib.Import == ImportForm.None ? $", {Interop}SuppressGCTransition" : string.Empty;

    private static void WriteStub(SourceWriter writer, HypercallStub stub) => writer
        .Line($"\t// {stub.Comment}")
        .Line("\t.text")
        .Line("\t.balign 4")
        .Line($"\t.weak {stub.Symbol} // the same in every assembly that declares the hypercall")
        .Line($"\t.type {stub.Symbol}, %function")
        .Line($"{stub.Symbol}:")
        .Lines(stub.Instructions.Select(static instruction => "\t" + instruction))
        .Line($"\t.size {stub.Symbol}, . - {stub.Symbol}")
        .Line();
}
