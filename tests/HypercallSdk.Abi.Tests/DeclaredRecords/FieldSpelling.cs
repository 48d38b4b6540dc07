namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>The ways in which the language can declare one field; all of them lie alike.</summary>
internal enum FieldSpelling
{
    /// <summary>The type's first name: <c>uint frames</c>.</summary>
    Plain,

    /// <summary>An integer as a struct of one: <c>WrappedUInt32 frames</c>.</summary>
    Wrapped,

    /// <summary>An integer in another one's place: <c>[StoredAs(AbiInteger.U32)] ulong frames</c>.</summary>
    Stored,

    /// <summary>The C name given apart: <c>[CName("frames")] uint Renamed_frames</c>.</summary>
    Renamed,

    /// <summary>A field that nobody may set: <c>[MustBeZero] uint frames</c>.</summary>
    MustBeZero,
}
