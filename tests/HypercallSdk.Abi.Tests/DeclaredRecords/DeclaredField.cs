using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>A field as the declaration language has it: arrays, alignment and nested types taken apart.</summary>
/// <param name="Field">The field of the ABI's type.</param>
/// <param name="Name">Its C# name, without the <c>@</c> of a keyword.</param>
/// <param name="Element">Its type without arrays and alignment.</param>
/// <param name="Lengths">The lengths of an array, the outermost first; 0 for one whose length only the data tells.</param>
/// <param name="Alignment">The alignment in bytes that is asked for; 1 for none.</param>
/// <param name="Nested">The type that is declared for it, when <paramref name="Element"/> is a struct or a union.</param>
/// <param name="Spelling">Which of the ways to write the type is taken.</param>
internal sealed record DeclaredField(
    AbiField Field,
    string Name,
    AbiType Element,
    IReadOnlyList<int> Lengths,
    int Alignment,
    DeclaredRecord? Nested,
    FieldSpelling Spelling)
{
    /// <summary>Whether it is an array whose length only the data tells.</summary>
    public bool IsFlexible => Lengths is [0, ..];

    /// <summary>Whether C gives it no name.</summary>
    public bool IsAnonymous => Field.Name.Length == 0;

    /// <summary>Whether guest code can reach it.</summary>
    public bool IsReached => Spelling != FieldSpelling.MustBeZero && (!IsAnonymous || Nested is not null);
}
