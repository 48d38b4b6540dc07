using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Where the reader's problems go. Locations are found only when somebody listens.</summary>
/// <param name="report">Receives the problems; null when nobody does.</param>
internal sealed class ProblemReporter(Action<DeclarationProblem>? report)
{
    /// <summary>One that nobody listens to.</summary>
    public static ProblemReporter Silent { get; } = new(null);

    /// <summary>Reports a problem at a symbol's own name.</summary>
    public void At(ISymbol symbol, ProblemKind kind, string detail) =>
        report?.Invoke(new DeclarationProblem(kind, Locations.OfName(symbol), symbol.Name, detail));

    /// <summary>Reports a problem at a parameter's or a method's type.</summary>
    public void AtType(ISymbol symbol, ProblemKind kind, string subject, string detail) =>
        report?.Invoke(new DeclarationProblem(kind, Locations.OfType(symbol), subject, detail));

    /// <summary>Reports a problem at an attribute's argument.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="argument">The named argument, or the position of a positional one.</param>
    /// <param name="kind">What is wrong.</param>
    /// <param name="subject">The value that is wrong.</param>
    /// <param name="detail">The cause and the mend.</param>
    /// <param name="properties">What a code fix must know beyond the text.</param>
    public void AtArgument(
        AttributeData attribute, string argument, ProblemKind kind, string subject, string detail,
        ImmutableDictionary<string, string?>? properties = null) =>
        report?.Invoke(new DeclarationProblem(kind, Locations.OfArgument(attribute, argument), subject, detail, properties));

    /// <summary>Reports a problem of a whole attribute.</summary>
    /// <param name="attribute">The attribute, whose name is the subject.</param>
    /// <param name="kind">What is wrong.</param>
    /// <param name="detail">The cause and the mend.</param>
    public void AtAttribute(AttributeData attribute, ProblemKind kind, string detail) => report?.Invoke(new DeclarationProblem(
        kind,
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None,
        attribute.AttributeClass?.Name.Replace("Attribute", string.Empty) ?? string.Empty,
        detail));
}
