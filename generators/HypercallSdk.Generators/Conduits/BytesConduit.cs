using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// A conduit's stubs without a linker: their machine code is constant data of the guest's assembly, which ilc lays out read-only,
/// and a trap calls it through a function pointer. That is an unmanaged one: of a managed one the native compiler takes an address
/// that is not a multiple of 4 for something else than code.
/// </summary>
/// <param name="stubs">Whose stubs they are.</param>
/// <param name="abi">The ABI.</param>
internal sealed class BytesConduit(LinkedConduit stubs, AbiKind abi) : Conduit
{
    private const string ClassName = "HypercallCode";

    /// <summary>A breakpoint on x86, behind the end of what is no multiple of 4 bytes there; nothing gets to it.</summary>
    private const byte Padding = 0xCC;

    /// <inheritdoc/>
    public override string Name => stubs.Name;

    /// <inheritdoc/>
    public override void WriteTrap(SourceWriter writer, TrapMethod trap, GuestCorlib corlib)
    {
        string symbol = stubs.StubOf(new HypercallCall(trap.Number, string.Empty, trap.Arguments, trap.Conduit)).Symbol;
        IReadOnlyList<string> passed = stubs.Passed(trap);
        string types = string.Concat(Enumerable.Repeat("nuint, ", passed.Count));
        if (!IsPossible(corlib))
        {
            writer.Line($"private static nint {trap.Name}({ParameterList(trap.Arguments)}) => 0;");
            return;
        }

        writer
            .Line($"/// <summary>{stubs.SummaryOf(trap)}; the stub is data that the guest's page tables let it execute.</summary>")
            .Line($"private static nint {trap.Name}({ParameterList(trap.Arguments)})")
            .Open()
            .Line($"fixed ({ElementOf(corlib)}* code = global::HypercallSdk.{ClassName}.{symbol})")
            .Open()
            .Line($"return ((delegate* {CallOf(corlib)}<{types}nint>)code)({string.Join(", ", passed)});")
            .Close()
            .Close();
    }

    /// <inheritdoc/>
    public override bool NeedsSupport(IReadOnlyList<HypercallCall> calls, GuestCorlib corlib) => calls.Count > 0;

    /// <inheritdoc/>
    public override string Support(IReadOnlyList<HypercallCall> calls, BuildOptions options, GuestCorlib corlib)
    {
        SourceWriter writer = new();
        FileHeader.Write(writer, $"The {Name} conduit: the machine code of its stubs, which nothing links.");
        if (!IsPossible(corlib))
        {
            return writer.Line($"#error HypercallStubs is 'bytes', but {Lack(corlib)}; let HypercallStubs be linked").ToString();
        }

        if (corlib.ConstantData == ConstantData.None)
        {
            ReadOnlySpanType.Write(writer);
            writer.Line();
        }

        writer
            .Line("namespace HypercallSdk")
            .Open()
            .Line("/// <summary>The stubs of this assembly's hypercalls: constants that the guest's page tables must let it execute.</summary>")
            .Line($"internal static class {ClassName}")
            .Open();
        foreach (HypercallStub stub in stubs.StubsOf(calls))
        {
            WriteStub(writer, stub, corlib);
        }

        return writer.Close().Close().ToString();
    }

    /// <summary>Arm's instructions are aligned, and bytes may lie anywhere.</summary>
    private bool IsPossible(GuestCorlib corlib) =>
        corlib.ConstantData == ConstantData.Words || (corlib.ConstantData != ConstantData.Hidden && (abi is AbiKind.X86_64 or AbiKind.X86_32));

    private string Lack(GuestCorlib corlib) => corlib.ConstantData == ConstantData.Hidden
        ? "the core library's ReadOnlySpan has no GetPinnableReference or no Length, so nothing says where the machine code lies"
        : $"the core library has no RuntimeHelpers.CreateSpan, so nothing aligns the machine code of {AbiNames.Of(abi)}";

    private static string ElementOf(GuestCorlib corlib) => corlib.ConstantData == ConstantData.Words ? "uint" : "byte";

    /// <summary>A trap never runs managed code: where it can be said, nothing is done about the garbage collector.</summary>
    private static string CallOf(GuestCorlib corlib) =>
        corlib.HasSuppressGCTransitionCall ? "unmanaged[Cdecl, SuppressGCTransition]" : "unmanaged[Cdecl]";

    private static void WriteStub(SourceWriter writer, HypercallStub stub, GuestCorlib corlib)
    {
        byte[] code = [.. stub.Instructions.SelectMany(static instruction => instruction.Code)];
        byte[] whole = [.. code, .. Enumerable.Repeat(Padding, (4 - (code.Length % 4)) % 4)];
        IEnumerable<string> elements = corlib.ConstantData == ConstantData.Words ? WordsOf(whole) : whole.Select(static value => $"0x{value:X2}");
        string element = ElementOf(corlib);
        writer
            .Line($"/// <summary>{stub.Comment}</summary>")
            .Line($"/// <remarks><c>{string.Join("; ", stub.Instructions.Select(static instruction => instruction.Text))}</c></remarks>")
            .Line($"public static global::System.ReadOnlySpan<{element}> {stub.Symbol} =>")
            .Continued($"new {element}[] {{ {string.Join(", ", elements)} }};");
    }

    private static IEnumerable<string> WordsOf(byte[] code)
    {
        for (int index = 0; index < code.Length; index += 4)
        {
            uint word = code[index] | ((uint)code[index + 1] << 8) | ((uint)code[index + 2] << 16) | ((uint)code[index + 3] << 24);
            yield return "0x" + word.ToString("X8", CultureInfo.InvariantCulture);
        }
    }
}
