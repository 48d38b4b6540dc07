using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Abi.Tests.Declarations;

/// <summary>The assembly that a conduit emits for a guest.</summary>
internal static class EmittedAssembly
{
    private const string FileName = "Hypercall.Conduit.g.cs";

    /// <summary>Runs the generator for arm64's hvc.</summary>
    public static string Of(CSharpCompilation guest) => Of(guest, AbiKind.Arm64, "hvc");

    /// <summary>Runs the generator and takes the assembly out of its C# file, as the package's build does.</summary>
    public static string Of(CSharpCompilation guest, AbiKind abi, string conduit)
    {
        CSharpCompilation compiled = EmittedGuest.Of(guest, ProjectProperties.Of(abi, conduit)).Compilation;
        if (compiled.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException($"The guest does not compile: {error}");
        }

        string[] lines = compiled.SyntaxTrees
            .Single(static tree => tree.FilePath.EndsWith(FileName, StringComparison.Ordinal))
            .ToString()
            .Split('\n');
        IEnumerable<string> assembly = lines
            .SkipWhile(static line => !line.StartsWith("#if", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith("#endif", StringComparison.Ordinal));
        return string.Join('\n', assembly) + '\n';
    }
}
