using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>Expressions between a C# value and the integer that the ABI has for it. None throws, whatever the project's checked setting.</summary>
internal static class Conversion
{
    /// <summary>The integer for a value.</summary>
    /// <param name="field">The value's declaration.</param>
    /// <param name="stored">The ABI's integer.</param>
    /// <param name="value">The value; a wrapper's must be a variable on the stack.</param>
    public static string ToInteger(FieldDeclaration field, IntegerType stored, string value)
    {
        string type = CSharpType.Of(stored);
        return field.Shape switch
        {
            ValueShape.Boolean => $"{value} ? ({type})1 : ({type})0",
            ValueShape.Native => $"unchecked(({type}){value})",
            ValueShape.Pointer => $"unchecked(({type})(nuint){value})",
            ValueShape.Wrapper => CSharpType.Convert(field.Integer!, stored, type, $"(*({CSharpType.Of(field.Integer!)}*)&{value})"),
            _ when field.Integer == stored && field.Type != type => $"({type}){value}", // an enum
            _ => CSharpType.Convert(field.Integer!, stored, type, value),
        };
    }

    /// <summary>The value of an integer.</summary>
    /// <param name="field">The value's declaration; not a wrapper's, which takes a statement: <see cref="WrapperFrom"/>.</param>
    /// <param name="stored">The ABI's integer.</param>
    /// <param name="integer">The integer.</param>
    public static string FromInteger(FieldDeclaration field, IntegerType stored, string integer) => field.Shape switch
    {
        ValueShape.Boolean => $"{CSharpType.Grouped(integer)} != 0",
        ValueShape.Native => $"unchecked(({field.Type}){CSharpType.Grouped(integer)})",
        ValueShape.Pointer => $"({field.Type})unchecked((nuint){CSharpType.Grouped(integer)})",
        _ => CSharpType.Convert(stored, field.Integer!, field.Type, integer),
    };

    /// <summary>The statements of a getter that makes a wrapper of an integer.</summary>
    public static string[] WrapperFrom(FieldDeclaration field, IntegerType stored, string integer)
    {
        string type = CSharpType.Of(field.Integer!);
        return
        [
            $"{type} integer = {CSharpType.Convert(stored, field.Integer!, type, integer)};",
            $"return *({field.Type}*)&integer;",
        ];
    }
}
