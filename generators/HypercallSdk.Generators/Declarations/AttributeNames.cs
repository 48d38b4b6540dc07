namespace HypercallSdk.Generators.Declarations;

/// <summary>The metadata names of the declaration language. Guests compile the types themselves, so names are all there is.</summary>
public static class AttributeNames
{
    /// <summary>On an interface: a hypercall.</summary>
    public const string Hypercall = "HypercallSdk.HypercallAttribute";

    /// <summary>On a method: a sub-operation.</summary>
    public const string HypercallOp = "HypercallSdk.HypercallOpAttribute";

    /// <summary>On a struct: a record that is not one operation's argument.</summary>
    public const string HypercallStruct = "HypercallSdk.HypercallStructAttribute";

    /// <summary>On a parameter: an address at which something will be mapped.</summary>
    public const string MapTarget = "HypercallSdk.MapTargetAttribute";

    /// <summary>On a parameter: the element count of another.</summary>
    public const string CountOf = "HypercallSdk.CountOfAttribute";

    /// <summary>On a parameter, field or struct: the C spelling.</summary>
    public const string CName = "HypercallSdk.CNameAttribute";

    /// <summary>On a parameter: the integer type in the struct.</summary>
    public const string StoredAs = "HypercallSdk.StoredAsAttribute";

    /// <summary>On a method: no released hypervisor answers it.</summary>
    public const string Proposed = "HypercallSdk.ProposedAttribute";
}
