using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// A conduit whose stubs are out of line, linked as assembly. A generator cannot add a .S file: it leaves the assembly in a C#
/// file behind an <c>#if</c>, and the package's build copies it out. C#'s side of a stub is an import, so that the calling
/// convention itself says which registers do not survive.
/// </summary>
internal abstract class LinkedConduit : Conduit
{
    /// <summary>Directives that stand before the stubs.</summary>
    protected virtual IReadOnlyList<string> Directives => [];

    /// <summary>What a stub's address is a multiple of.</summary>
    protected virtual int Alignment => 4;

    /// <summary>The stub of a hypercall.</summary>
    public abstract HypercallStub StubOf(HypercallCall call);

    /// <summary>The doc comment of the method that calls the stub: where the arguments are.</summary>
    public abstract string SummaryOf(TrapMethod trap);

    /// <summary>What the stub's parameters are, in order: <c>a0</c>, the number, or 0.</summary>
    public virtual IReadOnlyList<string> Passed(TrapMethod trap) =>
        [.. Enumerable.Range(0, trap.Arguments).Select(static index => $"a{index}")];

    /// <inheritdoc/>
    public override void WriteTrap(SourceWriter writer, TrapMethod trap, GuestCorlib corlib)
    {
        string symbol = StubOf(new HypercallCall(trap.Number, string.Empty, trap.Arguments, trap.Conduit)).Symbol;
        IReadOnlyList<string> passed = Passed(trap);
        bool isPassedAsItIs = passed.Count == trap.Arguments && passed.Select((value, index) => value == $"a{index}").All(static same => same);
        writer.Line($"/// <summary>{SummaryOf(trap)}; the build links the stub.</summary>");
        if (corlib.Import == ImportForm.ByMethodName || !isPassedAsItIs)
        {
            WriteWrappedImport(writer, trap, symbol, passed, corlib);
            return;
        }

        writer
            .Line(StubImport.AttributesOf(symbol, corlib))
            .Line($"private static extern nint {trap.Name}({ParameterList(trap.Arguments)});");
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Always: the compiler does not delete what it no longer emits, so the stubs of a project whose last hypercall is gone would
    /// be linked on. A file without stubs takes their place.
    /// </remarks>
    public override bool NeedsSupport(IReadOnlyList<HypercallCall> calls, GuestCorlib corlib) => true;

    /// <inheritdoc/>
    public override string Support(IReadOnlyList<HypercallCall> calls, BuildOptions options, GuestCorlib corlib)
    {
        SourceWriter writer = new();
        FileHeader.Write(writer, $"The {Name} conduit: the package's build writes the assembly below to a .S file and hands it to the linker.");
        if (calls.Count > 0)
        {
            ImportAttributes.WriteMissing(writer, corlib);
        }

        writer
            .Line("#if HYPERCALL_ASSEMBLY // never defined: this is no C#")
            .Lines(Directives.Select(static directive => "\t" + directive));
        foreach (HypercallStub stub in StubsOf(calls))
        {
            WriteStub(writer, stub);
        }

        writer
            .Line("\t.section .note.GNU-stack, \"\", %progbits")
            .Line("#endif");
        return writer.ToString();
    }

    /// <summary>Each of them once, in a fixed order.</summary>
    public IEnumerable<HypercallStub> StubsOf(IReadOnlyList<HypercallCall> calls) => calls
        .Select(StubOf)
        .GroupBy(static stub => stub.Symbol)
        .Select(static group => group.First())
        .OrderBy(static stub => stub.Number)
        .ThenBy(static stub => stub.Symbol, StringComparer.Ordinal);

    /// <summary>The import is a local function, so that its name, which is the symbol, meets no name of the declaration.</summary>
    private static void WriteWrappedImport(
        SourceWriter writer, TrapMethod trap, string symbol, IReadOnlyList<string> passed, GuestCorlib corlib) => writer
        .Line($"private static nint {trap.Name}({ParameterList(trap.Arguments)})")
        .Open()
        .Line($"return {symbol}({string.Join(", ", passed)});")
        .Line()
        .Line(StubImport.AttributesOf(symbol, corlib))
        .Line($"static extern nint {symbol}({ParameterList(passed.Count)});")
        .Close();

    private void WriteStub(SourceWriter writer, HypercallStub stub) => writer
        .Line($"\t// {stub.Comment}")
        .Line("\t.text")
        .Line($"\t.balign {Alignment}")
        .Line($"\t.weak {stub.Symbol} // the same in every assembly that declares the hypercall")
        .Line($"\t.type {stub.Symbol}, %function")
        .Line($"{stub.Symbol}:")
        .Lines(stub.Instructions.Select(static instruction => "\t" + instruction.Text))
        .Line($"\t.size {stub.Symbol}, . - {stub.Symbol}")
        .Line();
}
