namespace HypercallSdk.Generators.Declarations;

/// <summary>What can be wrong with a declaration; the value is the diagnostic's number in the group HCS00xx.</summary>
public enum ProblemKind
{
    /// <summary>The interface is not partial, so nothing can be added to it.</summary>
    NotPartial = 1,

    /// <summary>The interface is generic, nested or extends another one.</summary>
    UnsupportedInterface = 2,

    /// <summary>A name in an attribute is not a C identifier.</summary>
    BadCName = 3,

    /// <summary>A member is not a hypercall operation: no [HypercallOp], not an ordinary method, or not in a hypercall.</summary>
    NotAnOperation = 4,

    /// <summary>The type of a parameter or of a struct's field has no ABI.</summary>
    UnsupportedParameterType = 5,

    /// <summary>A result's type cannot hold the result register.</summary>
    UnsupportedResultType = 6,

    /// <summary>Two operations have the same number.</summary>
    DuplicateOperation = 7,

    /// <summary>Two declarations would emit the same name.</summary>
    NameClash = 8,

    /// <summary>A count names no buffer, or is not an integer.</summary>
    BadCount = 9,

    /// <summary>More arguments than the hypervisor takes in registers.</summary>
    TooManyRegisters = 10,

    /// <summary>A stored type does not fit the parameter's type.</summary>
    BadStoredType = 11,

    /// <summary>The declared size is not the size that the fields have.</summary>
    SizeMismatch = 12,

    /// <summary>A parameter that cannot travel as it is declared: an array by value, a value of one width by the address of another.</summary>
    UnsupportedPassing = 13,

    /// <summary>An operation needs a struct: its hypercall is batched, or a struct has no fields.</summary>
    StructMissing = 14,

    /// <summary>An operation's number has more bits than the hypervisor reads.</summary>
    NumberTooWide = 16,

    /// <summary>Something exists in no release, on no ABI or for no guest, or in a release that is none.</summary>
    BadAvailability = 17,

    /// <summary>A union's tag that names nothing to look at, or a value of it without a member.</summary>
    BadTag = 18,

    /// <summary>An offset or an alignment that a field cannot have.</summary>
    BadPlace = 19,

    /// <summary>A bit-field that C could not have.</summary>
    BadBitField = 20,

    /// <summary>An array that C could not have.</summary>
    BadArray = 21,

    /// <summary>An envelope that is none, or an operation that does not fit into it.</summary>
    BadEnvelope = 22,
}
