using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What a declaration says of C's <c>sizeof</c>, in bytes; 0 where it says nothing.</summary>
/// <param name="Common">On both Arms and on 64-bit x86.</param>
/// <param name="X86_32">On 32-bit x86, where everything as wide as a register has 4 bytes.</param>
public readonly record struct DeclaredSizes(uint Common, uint X86_32)
{
    private const string CommonArgument = "Size";
    private const string X86_32Argument = "SizeOnX86_32";

    /// <summary>The size on an ABI; 0 when the declaration does not say, which it never does where the struct does not exist.</summary>
    /// <param name="model">The ABI.</param>
    /// <param name="abis">Where the struct exists.</param>
    public uint On(DataModel model, AbiSet abis) => !abis.Has(model.Abi) ? 0 : model.Abi == AbiKind.X86_32 ? X86_32 : Common;

    /// <summary>The attribute's argument that says it.</summary>
    public static string ArgumentOf(DataModel model) => model.Abi == AbiKind.X86_32 ? X86_32Argument : CommonArgument;

    /// <summary>Reads the sizes that an attribute declares.</summary>
    public static DeclaredSizes Of(AttributeData attribute) => new(
        attribute.Named(CommonArgument) is uint common ? common : 0,
        attribute.Named(X86_32Argument) is uint narrow ? narrow : 0);
}
