using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>What is wrong with a declaration on one ABI.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">The name of the thing that is wrong.</param>
/// <param name="Detail">The cause and the mend.</param>
internal sealed record AbiFault(ProblemKind Kind, string Subject, string Detail)
{
    /// <summary>The argument of the declaring attribute that is wrong; null when something else is.</summary>
    public string? Argument { get; init; }

    /// <summary>The position of the field that is wrong; null when something else is.</summary>
    public int? Field { get; init; }

    /// <summary>The attribute on that field whose first argument is wrong.</summary>
    public string? FieldAttribute { get; init; }

    /// <summary>The number of bytes that would be right in the wrong one's place, for the code fix; null when no number is wrong.</summary>
    public int? Bytes { get; init; }

    private ImmutableDictionary<string, string?>? Properties =>
        Bytes is { } bytes ? ImmutableDictionary<string, string?>.Empty.Add(DeclarationProblem.Bytes, $"{bytes}") : null;

    /// <summary>Reports it at the token to mend.</summary>
    /// <param name="declaration">The method or struct.</param>
    /// <param name="attribute">The attribute that declares it.</param>
    /// <param name="fields">The parameters that are the struct's fields.</param>
    /// <param name="problems">Where to.</param>
    public void Report(
        ISymbol declaration, AttributeData attribute, IReadOnlyList<IParameterSymbol> fields, ProblemReporter problems)
    {
        if (Argument is not null)
        {
            problems.AtArgument(attribute, Argument, Kind, Subject, Detail, Properties);
        }
        else if (Field is { } index && FieldAttribute is { } name && fields[index].Find(name) is { } fieldAttribute)
        {
            problems.AtArgument(fieldAttribute, "0", Kind, Subject, Detail, Properties);
        }
        else
        {
            problems.At(Field is { } position ? fields[position] : declaration, Kind, Detail);
        }
    }
}
