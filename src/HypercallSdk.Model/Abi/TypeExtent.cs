namespace HypercallSdk.Model.Abi;

/// <summary>How much room a type takes and where it may begin.</summary>
/// <param name="Size">What <c>sizeof</c> says, in bytes.</param>
/// <param name="Alignment">
/// The alignment of a field of the type, which <c>_Alignof</c> gives, in bytes. GCC's <c>__alignof__</c> may say more: on i386 it
/// says 8 of a 64-bit integer, which a struct aligns to 4.
/// </param>
public readonly record struct TypeExtent(int Size, int Alignment);
