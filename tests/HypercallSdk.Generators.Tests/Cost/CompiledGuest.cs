using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace HypercallSdk.Generators.Tests.Cost;

/// <summary>A guest's methods as the C# compiler made them, which are read and not run.</summary>
internal sealed class CompiledGuest
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private CompiledGuest(Compilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Methods = result.Success
            ? [.. Assembly.Load(image.ToArray()).GetTypes().SelectMany(MethodsOf)]
            : throw new InvalidDataException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>Every method that has a body, those of the support and of accessors among them.</summary>
    public IReadOnlyList<MethodBase> Methods { get; }

    /// <summary>A guest with declarations of its own.</summary>
    public static CompiledGuest With(string source, BuildProperties properties) => new(Generation.Run(Guest.With(source), properties).Output);

    /// <summary>A guest with all of Xen's declarations.</summary>
    public static CompiledGuest OfXen(string conduit) => new(Generation.OfXen(conduit).Output);

    /// <summary>A method's name behind its type's.</summary>
    public static string NameOf(MethodBase method) => $"{method.DeclaringType}.{method.Name}";

    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(Own)
        .Concat<MethodBase>(type.GetConstructors(Own))
        .Where(static method => method.GetMethodBody() is not null);
}
