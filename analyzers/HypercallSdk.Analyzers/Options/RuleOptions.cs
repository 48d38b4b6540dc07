using System;
using System.Collections.Immutable;
using System.Linq;

namespace HypercallSdk.Analyzers.Options;

/// <summary>What <c>.editorconfig</c> decides where taste differs: the options of rules, by file.</summary>
internal static class RuleOptions
{
    /// <summary>How every option begins.</summary>
    public const string Prefix = "hypercall_";

    /// <summary>HCS4001: whether <c>_ =</c> is an answer to a result.</summary>
    public static readonly BooleanOption DiscardExamines = new(Prefix + "discard_examines", IsOnByDefault: true);

    /// <summary>HCS1005: the names, or parts of names, of counts of Xen's frames.</summary>
    public static readonly NamesOption FrameNames = new(Prefix + "frame_names", ImmutableArray.Create("grant", "gfn", "mfn"));

    /// <summary>HCS1004: the ends of names of places in something small.</summary>
    public static readonly NamesOption IndexNames = new(Prefix + "index_names", ImmutableArray.Create("index", "idx", "slot"));

    /// <summary>Every option's name.</summary>
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create(DiscardExamines.Name, FrameNames.Name, IndexNames.Name);

    /// <summary>What is wrong with an option; null when nothing is.</summary>
    /// <param name="name">Its name, as written.</param>
    /// <param name="value">Its value, as written.</param>
    public static string? Fault(string name, string value) =>
        !Names.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"there is no such option; there are {string.Join(", ", Names)}"
        : string.Equals(name, DiscardExamines.Name, StringComparison.OrdinalIgnoreCase)
            ? (BooleanOption.TryParse(value, out _) ? null : "it is true or false")
        : NamesOption.TryParse(value, out _) ? null : "it is a list of names with commas between them";
}
