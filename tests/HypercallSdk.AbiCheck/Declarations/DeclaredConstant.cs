using System;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A constant or a number as declared.</summary>
/// <param name="CName">The C name.</param>
/// <param name="Value">The value.</param>
/// <param name="Former">The values that it had before, in the order of the releases.</param>
/// <param name="Availability">Where it exists.</param>
/// <param name="File">The file that declares it.</param>
public sealed record DeclaredConstant(string CName, Int128 Value, EquatableArray<FormerValue> Former, Availability Availability, string File)
{
    /// <summary>Whether it is an operation's or a hypercall's number: what its availability says, it says of the answer and not of the name.</summary>
    public bool IsOperation { get; init; }

    /// <summary>The values in a release: one, or two of which an update changed the first to the second.</summary>
    public Int128[] ValuesIn(XenRelease release)
    {
        FormerValue[] former = [.. Former.Where(former => former.MayBeIn(release))];
        int last = Array.FindIndex(former, value => value.IsIn(release));
        return last >= 0
            ? [.. former.Take(last + 1).Select(static value => value.Value)]
            : [.. former.Select(static value => value.Value), Value];
    }
}
