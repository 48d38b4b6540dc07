using System.Collections.Generic;

namespace HypercallSdk.Corlib.Tests.Matrix;

/// <summary>A construct of C#, and what each corlib makes of it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">A file that uses it.</param>
/// <param name="Moos">The error on the MOOS-like corlib; null where it compiles.</param>
/// <param name="Zerolib">The error on the zerolib-like corlib.</param>
/// <param name="Zerosharp">The error on the zerosharp-like corlib.</param>
/// <param name="ZerosharpEfi">The error on the zerosharp-efi-like corlib.</param>
internal sealed record Construct(string Name, string Source, string? Moos, string? Zerolib, string? Zerosharp, string? ZerosharpEfi)
{
    /// <summary>A construct that every corlib takes.</summary>
    public static Construct Everywhere(string name, string source) => new(name, source, null, null, null, null);

    /// <summary>A construct that no corlib takes, for the same reason.</summary>
    public static Construct Nowhere(string name, string source, string error) => new(name, source, error, error, error, error);

    /// <summary>The error on a corlib; null where the construct compiles.</summary>
    public string? ErrorOn(string corlib) => corlib switch
    {
        "MoosLike" => Moos,
        "ZerolibLike" => Zerolib,
        "ZerosharpLike" => Zerosharp,
        "ZerosharpEfiLike" => ZerosharpEfi,
        _ => throw new KeyNotFoundException(corlib),
    };
}
