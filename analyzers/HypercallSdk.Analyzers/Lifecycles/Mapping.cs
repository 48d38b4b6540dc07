using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>A mapping that a method makes or undoes.</summary>
/// <param name="Syntax">The call that is the first to speak of it.</param>
/// <param name="Maker">The operation that makes such mappings.</param>
/// <param name="Made">The call that makes it; null when another method does.</param>
/// <param name="Others">What else tells it from others, as it is written: the domain.</param>
/// <param name="Page">What is mapped, when that can be mapped once only; null otherwise.</param>
internal sealed record Mapping(SyntaxNode Syntax, IMethodSymbol Maker, OperationCall? Made, string Others, OnlyPage? Page = null);
