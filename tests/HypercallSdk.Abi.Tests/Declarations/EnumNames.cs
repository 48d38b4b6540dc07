using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Abi.Tests.Declarations;

/// <summary>The C names of the declared enums' members.</summary>
internal static class EnumNames
{
    /// <summary>What stands before the member's name, in C.</summary>
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["GrantEntryFlags"] = "GTF_",
        ["GrantMapFlags"] = "GNTMAP_",
        ["GrantStatus"] = "GNTST_",
        ["MapSpace"] = "XENMAPSPACE_",
        ["ShutdownReason"] = "SHUTDOWN_",
        ["XenErrno"] = "XEN_",
    };

    /// <summary>Names that are not the C# name in lower case with underscores; null where C has none.</summary>
    private static readonly Dictionary<string, string?> Irregular = new()
    {
        ["GrantEntryFlags.ReadOnly"] = "readonly",
        ["GrantMapFlags.ReadOnly"] = "readonly",
        ["GrantStatus.Again"] = "eagain",
        ["GrantStatus.BadCopyArgument"] = "bad_copy_arg",
        ["GrantStatus.BadDeviceAddress"] = "bad_dev_addr",
        ["GrantStatus.BadGrantRef"] = "bad_gntref",
        ["GrantStatus.BadVirtualAddress"] = "bad_virt_addr",
        ["ShutdownReason.PowerOff"] = "poweroff",
        ["XenErrno.None"] = null,
    };

    /// <summary>Whether an enum's values are Xen's, not the SDK's own.</summary>
    public static bool IsXens(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Enum, ContainingNamespace: { } space }
        && (space.ToDisplayString() == "HypercallSdk.Xen" || type.Name == "XenErrno");

    /// <summary>The C name of a member; null when C has none.</summary>
    /// <exception cref="InvalidOperationException">Nobody said what the enum is called in C.</exception>
    public static string? Of(IFieldSymbol member)
    {
        string type = member.ContainingType.Name;
        if (!Prefixes.TryGetValue(type, out string? prefix))
        {
            throw new InvalidOperationException($"The enum {type} is declared but not checked: give its C prefix in {nameof(EnumNames)}.");
        }

        if (Irregular.TryGetValue($"{type}.{member.Name}", out string? irregular))
        {
            return irregular is null ? null : prefix + irregular;
        }

        bool isErrno = member.Name.All(static letter => char.IsUpper(letter) || char.IsDigit(letter));
        return prefix + (isErrno ? member.Name : WithUnderscores(member.Name));
    }

    private static string WithUnderscores(string name) =>
        string.Concat(name.Select(static (letter, index) =>
            char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
