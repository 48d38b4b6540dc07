namespace HypercallSdk.Generators.Declarations;

/// <summary>Bounds the reading of types: source can nest structs without end, and let small ones hold many others.</summary>
internal sealed class TypeBudget
{
    /// <summary>How many fields a type may have in all, nested ones counted as often as they occur.</summary>
    private const int MaximumFields = 65536;

    /// <summary>How deep structs may nest: deeper than any ABI.</summary>
    private const int MaximumDepth = 16;

    /// <summary>The largest type, in bytes: sizes are ints, and nothing that is passed to a hypervisor is as large.</summary>
    public const int MaximumSize = 1 << 24;

    private int _fields = MaximumFields;
    private int _depth = MaximumDepth;

    /// <summary>Takes one field's share.</summary>
    /// <returns>Whether there was one left.</returns>
    public bool TryTake() => --_fields >= 0;

    /// <summary>Goes into a struct; every success is followed by <see cref="Leave"/>.</summary>
    /// <returns>Whether that is not too deep.</returns>
    public bool TryEnter()
    {
        if (_depth == 0)
        {
            return false;
        }

        _depth--;
        return true;
    }

    /// <summary>Comes out of a struct.</summary>
    public void Leave() => _depth++;
}
