using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Generators.Declarations;

/// <summary>The exact token at which a declaration is to be mended.</summary>
public static class Locations
{
    /// <summary>A symbol's name.</summary>
    public static Location OfName(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;

    /// <summary>The type of a parameter, or the result type of a method.</summary>
    public static Location OfType(ISymbol symbol)
    {
        SyntaxNode? syntax = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        TypeSyntax? type = syntax switch
        {
            ParameterSyntax parameter => parameter.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax field } => field.Type,
            _ => null,
        };
        return type?.GetLocation() ?? OfName(symbol);
    }

    /// <summary>An argument of an attribute; the attribute itself where the argument is not written.</summary>
    public static Location OfArgument(AttributeData attribute, string argument)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        AttributeArgumentSyntax? found = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int position)
            ? Positional(syntax, position, attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(position)?.Name)
            : syntax.ArgumentList?.Arguments.FirstOrDefault(item => item.NameEquals?.Name.Identifier.ValueText == argument);
        return found?.Expression.GetLocation() ?? syntax.GetLocation();
    }

    /// <summary>A constructor's argument, which may be written out of order under the parameter's name.</summary>
    private static AttributeArgumentSyntax? Positional(AttributeSyntax syntax, int position, string? parameter) =>
        syntax.ArgumentList?.Arguments.FirstOrDefault(item => item.NameColon is { } colon && colon.Name.Identifier.ValueText == parameter)
        ?? syntax.ArgumentList?.Arguments
            .Where((item, index) => index == position && item.NameEquals is null && item.NameColon is null)
            .FirstOrDefault();
}
