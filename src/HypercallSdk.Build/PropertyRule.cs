using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Build;

/// <summary>What a property of the project may be.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Allowed">What is allowed, in words.</param>
/// <param name="IsAllowed">Whether a value is.</param>
internal sealed record PropertyRule(string Property, string Allowed, Func<string, bool> IsAllowed)
{
    /// <summary>A property that is one of some names, in any case.</summary>
    public static PropertyRule OneOf(string property, IReadOnlyList<string> names) =>
        new(property, string.Join(" or ", names), value => names.Contains(value, StringComparer.OrdinalIgnoreCase));
}
