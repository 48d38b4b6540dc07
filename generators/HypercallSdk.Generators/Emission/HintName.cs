using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Emission;

/// <summary>The names of emitted files.</summary>
internal static class HintName
{
    /// <summary>The file with a conduit's own support.</summary>
    public const string Conduit = ConduitStem + Extension;

    private const string Extension = ".g.cs";

    private const string ConduitStem = "Hypercall.Conduit";

    /// <summary>The interface's name in full, without the marks of escaped keywords.</summary>
    public static string StemOf(HypercallDeclaration declaration) =>
        (declaration.Namespace.Length == 0 ? declaration.InterfaceName : $"{declaration.Namespace}.{declaration.InterfaceName}")
        .Replace("@", string.Empty);

    /// <summary>The struct's name in full, with the types that it is nested in.</summary>
    public static string StemOf(RecordDeclaration record) => record.FullName;

    /// <summary>The stems that equal another one but for case, in a fixed order: nearly always none.</summary>
    public static EquatableArray<string> TwinsAmong(IEnumerable<string> stems) => new(stems
        .GroupBy(static stem => stem, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Count() > 1)
        .SelectMany(static group => group)
        .OrderBy(static stem => stem, StringComparer.Ordinal));

    /// <summary>The file of an annotated interface. The compiler takes names that differ in case only for the same.</summary>
    public static string Of(string stem, EquatableArray<string> twins)
    {
        int before = twins.TakeWhile(twin => twin != stem).Count(twin => IsTwin(twin, stem)) + (IsTwin(stem, ConduitStem) ? 1 : 0);
        return before == 0 ? stem + Extension : $"{stem}.{before + 1}{Extension}";
    }

    /// <summary>
    /// Whether two declarations have one name in full, as a class and a struct may while they are being written. The compiler speaks of
    /// that; what is emitted could only be for one of them.
    /// </summary>
    public static bool IsAmbiguous(string stem, EquatableArray<string> twins) => twins.Count(twin => twin == stem) > 1;

    private static bool IsTwin(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
