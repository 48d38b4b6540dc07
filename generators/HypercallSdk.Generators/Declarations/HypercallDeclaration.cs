using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model;

namespace HypercallSdk.Generators.Declarations;

/// <summary>An annotated interface as the emitter needs it: text and numbers, nothing of the compiler's.</summary>
/// <param name="Namespace">The interface's namespace; empty for the global one.</param>
/// <param name="InterfaceName">The interface's name.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>, for everything that is emitted.</param>
/// <param name="Number">The hypercall number; null when each operation has its own.</param>
/// <param name="Name">The C name without its prefix.</param>
/// <param name="IsBatched">Whether the arguments are an array of structs and its element count.</param>
/// <param name="IsWhole">Whether every member was understood, so that the instance for mocks can implement the interface.</param>
/// <param name="Documentation">The interface's doc comment.</param>
/// <param name="Operations">The sub-operations, in the order of the source.</param>
public sealed record HypercallDeclaration(
    string Namespace,
    string InterfaceName,
    string Accessibility,
    uint? Number,
    string Name,
    bool IsBatched,
    bool IsWhole,
    EquatableArray<string> Documentation,
    EquatableArray<OperationDeclaration> Operations)
{
    /// <summary>What makes a class's name of an interface's that does not begin with an I.</summary>
    private const string Suffix = "Calls";

    /// <summary>The struct that all operations share; null when there is none.</summary>
    public EnvelopeDeclaration? Envelope { get; init; }

    /// <summary>The static class with the trampolines: the interface's name without its I.</summary>
    public string ClassName => ClassNameOf(InterfaceName);

    /// <summary>The command in the first argument register; null when the first argument is there.</summary>
    public uint? CommandOf(OperationDeclaration operation) =>
        Number is null ? null : Envelope is null ? operation.Number : Envelope.Command;

    /// <summary>The hypercall number that an operation is called by.</summary>
    public uint NumberOf(OperationDeclaration operation) => Number ?? operation.Number ?? 0;

    /// <summary>The hypercalls of the interface: one, or one for each operation.</summary>
    public IEnumerable<(uint Number, string Name)> Hypercalls => Number is { } number
        ? [(number, Name)]
        : Operations.Select(static operation => (operation.Number ?? 0, operation.CName));

    /// <summary>The interface's names that would yield a static class of a name.</summary>
    public static IEnumerable<string> InterfaceNamesOf(string className)
    {
        if (ClassNameOf("I" + className) == className)
        {
            yield return "I" + className;
        }

        if (className.EndsWith(Suffix, StringComparison.Ordinal))
        {
            string interfaceName = className.Substring(0, className.Length - Suffix.Length);
            if (ClassNameOf(interfaceName) == className)
            {
                yield return interfaceName;
            }
        }
    }

    /// <summary>The static class's name for an interface.</summary>
    public static string ClassNameOf(string interfaceName) =>
        interfaceName.Length > 1 && interfaceName[0] == 'I' && char.IsUpper(interfaceName[1])
            ? interfaceName.Substring(1)
            : interfaceName + Suffix;
}
