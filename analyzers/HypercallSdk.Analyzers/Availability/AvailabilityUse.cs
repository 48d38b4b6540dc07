using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Availability;

/// <summary>The use of something that does not exist everywhere.</summary>
/// <param name="Operation">The call, or the reference to a constant.</param>
/// <param name="Name">What is used: the C name, if it has one.</param>
/// <param name="Availability">Where that exists.</param>
/// <param name="IsProposed">Whether no release has it.</param>
/// <param name="Declaration">The operation's, method's or constant's declaration.</param>
internal readonly record struct AvailabilityUse(
    IOperation Operation, string Name, Model.Xen.Availability Availability, bool IsProposed, ISymbol Declaration);
