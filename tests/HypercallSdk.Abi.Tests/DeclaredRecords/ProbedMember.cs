using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>A field at any depth that guest code can reach.</summary>
/// <param name="CPath">How C reaches it from the outermost; null when C cannot name it, because it is a struct without a name.</param>
/// <param name="Declared">The field.</param>
/// <param name="Lvalues">
/// How C# reaches it: one expression that can be read and written; for an array two, its first and its last element.
/// </param>
internal sealed record ProbedMember(string? CPath, DeclaredField Declared, IReadOnlyList<string> Lvalues)
{
    /// <summary>Whether it is written as a pointer.</summary>
    public bool IsPointer => Declared.Element is PointerType or GuestHandleType or GuestHandle64Type;
}
