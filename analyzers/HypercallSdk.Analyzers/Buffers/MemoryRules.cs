using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>The rules about the memory that a hypercall is given.</summary>
internal static class MemoryRules
{
    /// <summary>HCS6001: the garbage collector may move it.</summary>
    public static readonly DiagnosticDescriptor Moved = Rule(
        "HCS6001",
        "A hypercall is given memory that may have moved",
        "{0} is given an address of '{1}', {2}. Xen reads and writes what lies there by then.");

    /// <summary>HCS6002: it ends before the hypervisor is done with it.</summary>
    public static readonly DiagnosticDescriptor Outlived = Rule(
        "HCS6002",
        "The hypervisor keeps an address of memory that does not last",
        "Xen uses what {0} is given after the call too, and '{1}' lasts {2}: Xen then writes into what comes to lie there");

    /// <summary>HCS6005: it is a process's own.</summary>
    public static readonly DiagnosticDescriptor Unlocked = Rule(
        "HCS6005",
        "A process hands on memory that is not locked",
        "{0} is given an address of '{1}', {2}: Xen answers -EFAULT whenever Linux has the page elsewhere or not at all. Take it from HypercallBuffer.");

    /// <summary>HCS6007: a field keeps its address.</summary>
    public static readonly DiagnosticDescriptor Stored = Rule(
        "HCS6007",
        "A field keeps an address of memory that does not last",
        "'{0}' keeps an address of '{1}', which lasts {2}: {3} is given it later, and Xen reads or writes what lies there by then");

    private static DiagnosticDescriptor Rule(string id, string title, string message) => new(
        id, title, message, RuleCategories.Buffers, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri(id));
}
