using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>What a declaration says of something that has to be in one page.</summary>
/// <param name="Member">The record's member that says where it begins; null when the parameter itself does.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Alignment">What its place must be a multiple of, in bytes; 0 where that is nothing.</param>
/// <param name="Consequence">What the hypervisor does else.</param>
internal sealed record PagePlace(string? Member, int Size, int Alignment, string Consequence)
{
    private const ulong PageSize = 4096;

    /// <summary>What a parameter's declaration says; null when that is nothing, or the source is broken.</summary>
    public static PagePlace? Of(IParameterSymbol declared, AbiKind? abi)
    {
        AttributeData? attribute = declared.Find(AttributeNames.WithinPage);
        int last = attribute?.ConstructorArguments.Length - 1 ?? -1;
        return attribute?.Positional(last) is int size
            ? new PagePlace(
                last > 0 ? attribute.Text(0) : null,
                size,
                (abi == AbiKind.X86_32 ? attribute.Named("AlignmentOnX86_32") as int? : null) ?? attribute.Named("Alignment") as int? ?? 0,
                attribute.Named("Otherwise") is string otherwise ? $"Xen {otherwise}" : "The hypervisor refuses it")
            : null;
    }

    /// <summary>Whether it may begin there.</summary>
    /// <param name="number">An offset in bytes, or an address.</param>
    /// <param name="value">What the number is a value of.</param>
    public bool Takes(ulong number, IOperation value)
    {
        bool isAddress = SupportTypes.UnitOf(value.Type) == Constants.ConstantUnit.Address;
        bool isNone = isAddress && number == ulong.MaxValue;
        ulong offset = isAddress ? number % PageSize : number;
        return isNone || (offset + (ulong)Size <= PageSize && offset < PageSize && (Alignment < 2 || offset % (ulong)Alignment == 0));
    }
}
