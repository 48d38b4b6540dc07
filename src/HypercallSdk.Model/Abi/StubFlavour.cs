namespace HypercallSdk.Model.Abi;

/// <summary>What the stubs of a conduit that traps are.</summary>
public enum StubFlavour
{
    /// <summary>Assembly, which the build hands to the linker: an ELF object, called directly.</summary>
    Linked,

    /// <summary>Machine code as constant data of the guest's assembly, called through a function pointer.</summary>
    Bytes,
}
