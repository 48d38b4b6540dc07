using HypercallSdk.Model.Xen;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>What is known of the release that runs.</summary>
/// <param name="AtLeast">It is this one or a later one; null when nothing is known.</param>
/// <param name="Below">It is an earlier one than this; null when nothing is known.</param>
internal sealed record ReleaseBounds(XenRelease? AtLeast, XenRelease? Below)
{
    /// <summary>What is known where paths meet: the weaker of both.</summary>
    public ReleaseBounds Join(ReleaseBounds other) => new(
        other.AtLeast < AtLeast || other.AtLeast is null ? other.AtLeast : AtLeast,
        other.Below > Below || other.Below is null ? other.Below : Below);

    /// <summary>What is known once a guard has answered.</summary>
    /// <param name="release">The release that the guard asks for.</param>
    /// <param name="holds">Whether the release that runs is that one or a later one.</param>
    public ReleaseBounds Assume(XenRelease release, bool holds) => holds
        ? this with { AtLeast = AtLeast > release ? AtLeast : release }
        : this with { Below = Below < release ? Below : release };

    /// <summary>Whether every release that may run is none before the first one, and none behind the last.</summary>
    public bool LiesWithin(XenRelease? since, XenRelease? until) =>
        IsEmpty || ((since is null || AtLeast >= since) && (until is not { } last || Below <= last.Next));

    /// <summary>Whether no release is left: the place is never reached.</summary>
    private bool IsEmpty => AtLeast >= Below;
}
