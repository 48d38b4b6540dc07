using HypercallSdk.AbiCheck.Toolchain;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.Abi.Tests.Disassembly;

/// <summary>The assembler, as a guest's build runs it.</summary>
internal static class Assembler
{
    /// <summary>Assembles text into an object file and gives the file's path.</summary>
    /// <param name="assembly">The text of a .S file.</param>
    /// <param name="folder">Where the files go.</param>
    public static string Assemble(string assembly, TemporaryFolder folder) => Assemble(assembly, AbiKind.Arm64, folder);

    /// <summary>Assembles text for an ABI into an object file and gives the file's path.</summary>
    /// <param name="assembly">The text of a .S file.</param>
    /// <param name="abi">The ABI.</param>
    /// <param name="folder">Where the files go.</param>
    public static string Assemble(string assembly, AbiKind abi, TemporaryFolder folder)
    {
        string source = folder.Write("stubs.S", assembly);
        string target = folder.PathOf("stubs.o");
        CrossTool.Of(abi).Compile("-c", source, "-o", target);
        return target;
    }
}
