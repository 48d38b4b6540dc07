using HypercallSdk.Model.Abi;

namespace HypercallSdk.Model.Xen;

/// <summary>In which releases, on which ABIs and for which guests something exists.</summary>
/// <param name="Since">The first release that has it; null when all have had it.</param>
/// <param name="SinceOnArm">The first release on Arm, where it is another one; null when it is not.</param>
/// <param name="Until">The last release that has it; null when none has dropped it.</param>
/// <param name="Abis">The ABIs that have it.</param>
/// <param name="Guests">The kinds of guest that the hypervisor answers.</param>
public sealed record Availability(XenRelease? Since, XenRelease? SinceOnArm, XenRelease? Until, AbiSet Abis, GuestSet Guests)
{
    /// <summary>Always and everywhere.</summary>
    public static Availability Everywhere { get; } = new(null, null, null, AbiSet.All, GuestSet.All);

    /// <summary>Whether there is a release, an ABI and a guest that has it.</summary>
    public bool IsPossible => IsPossibleOn(AbiSet.Arm) || IsPossibleOn(AbiSet.X86);

    /// <summary>Whether it exists in a release, on an ABI, for a kind of guest.</summary>
    public bool Includes(XenRelease release, AbiKind abi, GuestSet guest) =>
        Abis.Has(abi)
        && (Guests & guest & GuestSets.On(AbiSets.Of(abi))) != 0
        && !(release < SinceOn(AbiSets.Of(abi)))
        && !(release > Until);

    /// <summary>Whether there is a release, an ABI and a guest that has both.</summary>
    public bool MayMeet(Availability other) => Within(other).IsPossible;

    /// <summary>Where both exist: an operation exists only where its hypercall does.</summary>
    public Availability Within(Availability other)
    {
        XenRelease? since = Later(Since, other.Since);
        XenRelease? sinceOnArm = Later(SinceOn(AbiSet.Arm), other.SinceOn(AbiSet.Arm));
        return new Availability(
            since,
            sinceOnArm == since ? null : sinceOnArm,
            Earlier(Until, other.Until),
            Abis & other.Abis,
            Guests & other.Guests);
    }

    /// <summary>The part of it that lies between two releases, both included; null for no bound.</summary>
    public Availability In(XenRelease? first, XenRelease? last) => Within(Everywhere with { Since = first, Until = last });

    private XenRelease? SinceOn(AbiSet abis) => (abis & AbiSet.Arm) != 0 ? SinceOnArm ?? Since : Since;

    private bool IsPossibleOn(AbiSet family) =>
        (Abis & family) != 0 && (Guests & GuestSets.On(family)) != 0 && !(SinceOn(family) > Until);

    private static XenRelease? Later(XenRelease? left, XenRelease? right) =>
        left is null || right > left ? right ?? left : left;

    private static XenRelease? Earlier(XenRelease? left, XenRelease? right) =>
        left is null || right < left ? right ?? left : left;
}
