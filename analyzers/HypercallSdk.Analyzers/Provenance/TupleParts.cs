using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>Takes tuples apart that stand for several assignments.</summary>
internal static class TupleParts
{
    /// <summary>What goes where when one tuple is written to another, those within them taken apart as well.</summary>
    public static IEnumerable<(IOperation Target, IOperation Source)> Pairs(ITupleOperation targets, ITupleOperation sources) => targets.Elements
        .Zip(sources.Elements, static (target, source) => (Target: Unwrap(target), Source: source))
        .SelectMany(static pair => pair is { Target: ITupleOperation inner, Source: ITupleOperation values } && inner.Elements.Length == values.Elements.Length
            ? Pairs(inner, values)
            : [pair]);

    /// <summary>What is declared, where a target declares it.</summary>
    public static IOperation Unwrap(IOperation target) =>
        target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
}
