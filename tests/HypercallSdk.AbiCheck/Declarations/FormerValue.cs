using System;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A value that a constant had in earlier releases.</summary>
/// <param name="Value">The value.</param>
/// <param name="Until">The last release with it.</param>
/// <param name="UpdatedSince">The first release whose updates have the later one; null when none has.</param>
public sealed record FormerValue(Int128 Value, XenRelease Until, XenRelease? UpdatedSince)
{
    /// <summary>Whether some packages of a release have this value.</summary>
    public bool MayBeIn(XenRelease release) => release <= Until;

    /// <summary>Whether all packages of a release have this value.</summary>
    public bool IsIn(XenRelease release) => MayBeIn(release) && !(release >= UpdatedSince);
}
