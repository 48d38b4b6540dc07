using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Analyzers.Results;

/// <summary>The right question to a count of extents.</summary>
internal static class ExtentQuestion
{
    /// <summary><c>result.IsAll(count)</c>, with the count that the call passes; null when saying it twice could do something twice.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">The call or the local that holds its result.</param>
    public static string? Of(OperationCall call, SyntaxNode result) =>
        call.Declaration.Parameters.FirstOrDefault(static parameter => parameter.Find(AttributeNames.CountOf) is not null) is { } counted
        && call.Argument(counted) is { } count && Outputs.Unconverted(count) is { Syntax: LiteralExpressionSyntax or IdentifierNameSyntax } simple
            ? $"{result}.{ResultTypes.IsAll}({simple.Syntax})"
            : null;
}
