using System;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A value that a constant had in earlier releases.</summary>
/// <param name="Value">The value.</param>
/// <param name="Until">The last release with it.</param>
public sealed record FormerValue(Int128 Value, XenRelease Until);
