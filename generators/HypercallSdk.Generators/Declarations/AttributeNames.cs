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

    /// <summary>On a struct: a union.</summary>
    public const string HypercallUnion = "HypercallSdk.HypercallUnionAttribute";

    /// <summary>On a field: an array.</summary>
    public const string Length = "HypercallSdk.LengthAttribute";

    /// <summary>On a struct's last field: an array whose length only the data tells.</summary>
    public const string FlexibleArray = "HypercallSdk.FlexibleArrayAttribute";

    /// <summary>On a field: a bit-field.</summary>
    public const string Bits = "HypercallSdk.BitsAttribute";

    /// <summary>On a field: C gives it no name.</summary>
    public const string Anonymous = "HypercallSdk.AnonymousAttribute";

    /// <summary>On a field: a stricter alignment.</summary>
    public const string Aligned = "HypercallSdk.AlignedAttribute";

    /// <summary>On a field: where it lies.</summary>
    public const string Offset = "HypercallSdk.OffsetAttribute";

    /// <summary>On a pointer: <c>XEN_GUEST_HANDLE_64</c>.</summary>
    public const string Handle64 = "HypercallSdk.Handle64Attribute";

    /// <summary>On a pointer: as wide as the ABI's own.</summary>
    public const string NativePointer = "HypercallSdk.NativePointerAttribute";

    /// <summary>On a field: nobody may set it.</summary>
    public const string MustBeZero = "HypercallSdk.MustBeZeroAttribute";

    /// <summary>On a union: the field that says what it holds.</summary>
    public const string Tag = "HypercallSdk.TagAttribute";

    /// <summary>On a union's member: the tag's values with which it counts.</summary>
    public const string Case = "HypercallSdk.CaseAttribute";

    /// <summary>On a parameter: the hypervisor uses what it names after the call too.</summary>
    public const string Kept = "HypercallSdk.KeptAttribute";

    /// <summary>On a parameter: what lies there may not leave its page.</summary>
    public const string WithinPage = "HypercallSdk.WithinPageAttribute";

    /// <summary>On a buffer: the hypervisor does not write it.</summary>
    public const string Const = "HypercallSdk.ConstAttribute";

    /// <summary>On a parameter: the size of another in bytes.</summary>
    public const string BytesOf = "HypercallSdk.BytesOfAttribute";

    /// <summary>On an envelope's field: the operation's number.</summary>
    public const string CommandField = "HypercallSdk.CommandFieldAttribute";

    /// <summary>On an envelope's field: the interface's version.</summary>
    public const string VersionField = "HypercallSdk.VersionFieldAttribute";

    /// <summary>On an envelope's field: where the operation's own struct lies.</summary>
    public const string PayloadField = "HypercallSdk.PayloadFieldAttribute";

    /// <summary>On an interface: its version.</summary>
    public const string InterfaceVersion = "HypercallSdk.InterfaceVersionAttribute";

    /// <summary>On an operation, a hypercall or a constant: where it exists.</summary>
    public const string Availability = "HypercallSdk.AvailabilityAttribute";

    /// <summary>On a bool: it tells which release runs.</summary>
    public const string AvailabilityGuard = "HypercallSdk.AvailabilityGuardAttribute";

    /// <summary>On a parameter or its type: whether a part of a call was done.</summary>
    public const string Outcome = "HypercallSdk.OutcomeAttribute";

    /// <summary>On a parameter, or on a constant for a parameter beside it: which values are taken.</summary>
    public const string Accepts = "HypercallSdk.AcceptsAttribute";

    /// <summary>On a constant: the operation that takes it.</summary>
    public const string AcceptedBy = "HypercallSdk.AcceptedByAttribute";

    /// <summary>On a constant: the hypervisor asks to try again.</summary>
    public const string TryAgain = "HypercallSdk.TryAgainAttribute";

    /// <summary>On a hypercall: the error for an operation that is not known.</summary>
    public const string UnknownOperation = "HypercallSdk.UnknownOperationAttribute";

    /// <summary>On an operation: the error that says that a part was done.</summary>
    public const string PartialOn = "HypercallSdk.PartialOnAttribute";

    /// <summary>On an operation: the one that undoes it.</summary>
    public const string Inverse = "HypercallSdk.InverseAttribute";

    /// <summary>On a constant: the parameter that undoes what it asks for.</summary>
    public const string UndoneWith = "HypercallSdk.UndoneWithAttribute";

    /// <summary>On a constant: what it stands for grows to the index that is asked for.</summary>
    public const string HighestFirst = "HypercallSdk.HighestFirstAttribute";

    /// <summary>Says that each page of a kind is mapped at one place at a time.</summary>
    public const string MappedOnce = "HypercallSdk.MappedOnceAttribute";

    /// <summary>On an operation: what it takes, the guest has only so much of.</summary>
    public const string UsesUp = "HypercallSdk.UsesUpAttribute";

    /// <summary>On a field, property, result or parameter: only frames where nothing lives.</summary>
    public const string Proven = "HypercallSdk.ProvenAttribute";

    /// <summary>On an operation: the number it had.</summary>
    public const string FormerNumber = "HypercallSdk.FormerNumberAttribute";

    /// <summary>On an interface: its own way into its hypervisor.</summary>
    public const string HypercallConduit = "HypercallSdk.HypercallConduitAttribute";
}
