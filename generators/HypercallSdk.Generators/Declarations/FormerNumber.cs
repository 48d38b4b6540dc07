using HypercallSdk.Model.Xen;

namespace HypercallSdk.Generators.Declarations;

/// <summary>A number that an operation had in earlier releases.</summary>
/// <param name="Number">The number.</param>
/// <param name="Until">The last release with it.</param>
public sealed record FormerNumber(uint Number, XenRelease Until);
