using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>An emitted struct as its own accessors use memory.</summary>
/// <param name="Size">What C#'s <c>sizeof</c> says, in bytes.</param>
/// <param name="Members">Where the fields lie that C can name.</param>
/// <param name="Faults">What no C could say: bits of others touched, values that do not come back.</param>
internal sealed record MeasuredRecord(int Size, IReadOnlyList<RecordMember> Members, IReadOnlyList<string> Faults);
