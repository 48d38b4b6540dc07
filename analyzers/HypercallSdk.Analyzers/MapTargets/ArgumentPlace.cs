using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>Where a value is written.</summary>
internal static class ArgumentPlace
{
    /// <summary>
    /// The argument as it is written. What the compiler supplies (a default value, the array of a <c>params</c>) has
    /// the whole call as its syntax, and that is then the place to mend.
    /// </summary>
    public static Location Of(IArgumentOperation argument) =>
        argument.ArgumentKind == ArgumentKind.Explicit ? Of(argument.Value) : argument.Value.Syntax.GetLocation();

    /// <summary>The expression with the parentheses around it.</summary>
    public static Location Of(IOperation value)
    {
        SyntaxNode syntax = value.Syntax;
        while (syntax.Parent is (ParenthesizedExpressionSyntax or CheckedExpressionSyntax) and SyntaxNode outer)
        {
            syntax = outer;
        }

        return syntax.GetLocation();
    }
}
