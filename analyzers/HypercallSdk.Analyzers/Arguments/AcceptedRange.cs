using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.Availability;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Arguments;

/// <summary>One of the ranges that an <c>[Accepts]</c> names.</summary>
/// <param name="Parameter">The parameter that it is about; null on a parameter, which it is about itself.</param>
/// <param name="First">The least value.</param>
/// <param name="Last">The greatest value.</param>
/// <param name="Otherwise">What the hypervisor does with any other value; null when it is not said.</param>
internal readonly record struct AcceptedRange(string? Parameter, ulong First, ulong Last, string? Otherwise)
{
    /// <summary>The ranges that a parameter or a constant names, of those that hold for the project.</summary>
    public static IReadOnlyList<AcceptedRange> Of(ISymbol symbol, ProjectPromise promise) =>
    [
        .. from attribute in symbol.GetAttributes()
           where attribute.AttributeClass?.IsNamed(AttributeNames.Accepts) == true && promise.IsMeantBy(attribute)
           let numbers = attribute.ConstructorArguments.Select(static argument => argument.Kind == TypedConstantKind.Array ? null : argument.Value).OfType<ulong>().ToArray()
           where numbers.Length == 2
           select new AcceptedRange(attribute.Positional(0) as string, numbers[0], numbers[1], attribute.Named("Otherwise") as string),
    ];

    /// <summary>Whether a value lies within.</summary>
    public bool Contains(ulong value) => value >= First && value <= Last;

    /// <summary>The range in words.</summary>
    public override string ToString() => First == Last
        ? Text(First)
        : $"{Text(First)} to {Text(Last)}";

    /// <summary>A number as people write it: small ones in decimal.</summary>
    public static string Text(ulong value) => value < 4096
        ? value.ToString(CultureInfo.InvariantCulture)
        : "0x" + value.ToString("x", CultureInfo.InvariantCulture);
}
