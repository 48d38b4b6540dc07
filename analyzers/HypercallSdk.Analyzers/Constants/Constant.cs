using System.Numerics;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>A value that an expression is known to have, or may have on one of its branches.</summary>
/// <param name="Unit">What it counts.</param>
/// <param name="Value">
/// The number as mathematics has it. An address may exceed 64 bits: it is then that of a frame too high to have one, of
/// which the guest would use the low 64 bits.
/// </param>
internal readonly record struct Constant(ConstantUnit Unit, BigInteger Value);
