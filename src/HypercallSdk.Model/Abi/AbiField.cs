namespace HypercallSdk.Model.Abi;

/// <summary>A field of a struct or union.</summary>
/// <param name="Name">
/// Its C name. Empty for a struct or union without a name, whose fields count as its owner's, and for a bit-field without a
/// name, which only keeps its place.
/// </param>
/// <param name="Type">Its type; for a bit-field the declared one, an integer, a bool or an enum.</param>
public sealed record AbiField(string Name, AbiType Type)
{
    /// <summary>
    /// The width in bits of a bit-field, at most its type's; 0 ends the unit that bit-fields share. Null when it is none.
    /// </summary>
    public int? BitWidth { get; init; }

    /// <summary>Where the declaration says that it lies, in bytes from the beginning; null where C's rules decide.</summary>
    public int? Offset { get; init; }

    /// <summary>The ABIs that have the field; in the others it does not exist.</summary>
    public AbiSet Abis { get; init; }

    /// <summary>
    /// In a tagged union, the tag's values with which this field is the one that counts; empty in one without a tag.
    /// </summary>
    public EquatableArray<long> TagValues { get; init; }

    /// <summary>Whether an ABI has the field.</summary>
    public bool IsIn(DataModel model) => Abis == AbiSet.Any || (Abis & (AbiSet)(1 << (int)model.Abi)) != 0;
}
