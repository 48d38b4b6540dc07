using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>What the attributes say on symbols that the generator does not read: constants, and the dates of fields.</summary>
public static class SymbolAttributes
{
    /// <summary>Whether a symbol has an attribute.</summary>
    public static bool Has(this ISymbol symbol, string attribute) => symbol.AttributeOf(attribute) is not null;

    /// <summary>An attribute of a symbol's by its metadata name; null when it has none.</summary>
    public static AttributeData? AttributeOf(this ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == attribute);

    /// <summary>The C name that an attribute gives; null when none does.</summary>
    public static string? CNameOf(this ISymbol symbol) => symbol.AttributeOf(AttributeNames.CName)?.ConstructorArguments[0].Value as string;

    /// <summary>Where a symbol exists.</summary>
    public static Availability AvailabilityOf(this ISymbol symbol)
    {
        AttributeData? attribute = symbol.AttributeOf(AttributeNames.Availability);
        return attribute is null
            ? Availability.Everywhere
            : new Availability(
                ReleaseOf(attribute, "Since"),
                ReleaseOf(attribute, "SinceOnArm"),
                ReleaseOf(attribute, "Until"),
                attribute.Named("Abis") is int abis and not 0 ? (AbiSet)abis : AbiSet.All,
                attribute.Named("Guests") is int guests and not 0 ? (GuestSet)guests : GuestSet.All);
    }

    /// <summary>The values that a symbol had and the last release with each, in the order of the releases.</summary>
    public static IEnumerable<FormerValue> FormersOf(this ISymbol symbol) => symbol.GetAttributes()
        .Where(static data => data.AttributeClass?.ToDisplayString() == AttributeNames.FormerNumber)
        .Select(static data => data.ConstructorArguments is [{ Value: { } number }, { Value: string until }]
            && XenRelease.TryParse(until, out XenRelease release)
                ? new FormerValue(Convert.ToInt64(number, CultureInfo.InvariantCulture), release, ReleaseOf(data, "UpdatedSince"))
                : null)
        .OfType<FormerValue>()
        .OrderBy(static former => former.Until);

    private static XenRelease? ReleaseOf(AttributeData attribute, string name) =>
        attribute.Named(name) is string text && XenRelease.TryParse(text, out XenRelease release) ? release : null;

    private static object? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
