using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using HypercallSdk.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>Says what is wrong with the memory that an argument is an address of: one thing at most.</summary>
internal static class MemoryJudge
{
    /// <summary>What is wrong with an argument.</summary>
    /// <param name="use">The argument.</param>
    /// <param name="isProcess">Whether it is a process that makes the call, by its kernel.</param>
    /// <param name="returns">Whether the method returns at all: what is on its stack lasts else.</param>
    public static IEnumerable<Diagnostic> Of(PointerUse use, bool isProcess, bool returns)
    {
        SyntaxNode place = use.Argument.Value.Syntax;
        bool isSpan = use.Argument.Parameter?.Type.IsRefLikeType == true; // its trampoline pins it
        if (!isSpan && use.Targets.Concat(use.Inside).FirstOrDefault(origin => origin.MayHaveMoved(place)) is { Key: not null } moved)
        {
            yield return Diagnostic.Create(MemoryRules.Moved, place.GetLocation(), use.Call.Name, moved.Name, WhyMoved(moved));
        }
        else if (IsKept(use) && Kept(use).FirstOrDefault(origin => EndsTooEarly(origin, returns)) is { Key: not null } ending)
        {
            yield return Diagnostic.Create(MemoryRules.Outlived, place.GetLocation(), use.Call.Name, ending.Name, HowLong(ending));
        }
        else if (isProcess && (isSpan || IsPointer(use)) && use.Targets.FirstOrDefault() is { Key: not null } own)
        {
            yield return Diagnostic.Create(MemoryRules.Unlocked, place.GetLocation(), use.Call.Name, own.Name, WhyUnlocked(own));
        }
    }

    /// <summary>What is wrong with an address in a field; null when nothing is.</summary>
    /// <param name="stored">The address.</param>
    /// <param name="model">Knows the file, which the control flow graph does not.</param>
    /// <param name="declarations">Knows the operations.</param>
    /// <param name="returns">Whether the method returns at all.</param>
    public static Diagnostic? Of(StoredAddress stored, SemanticModel? model, OperationDeclarations declarations, bool returns)
    {
        bool isEnding = EndsTooEarly(stored.Memory, returns) && !(stored.Memory.Kind == MemoryKind.Fixed && PinnedElsewhere.MayBe(stored.Assignment));
        return isEnding && StoredAddressUse.Of(stored, model, declarations) is { } operation
            ? Diagnostic.Create(MemoryRules.Stored, stored.Assignment.Value.Syntax.GetLocation(), stored.Field.Name, stored.Memory.Name, HowLong(stored.Memory), operation)
            : null;
    }

    private static bool IsPointer(PointerUse use) => use.Argument.Parameter?.Type is IPointerTypeSymbol;

    private static bool IsKept(PointerUse use) => use.Call.Declared(use.Argument)?.Find(AttributeNames.Kept) is not null;

    /// <summary>What the hypervisor keeps: of a record or a list, what it says; else the argument itself.</summary>
    private static MemoryOrigins Kept(PointerUse use) =>
        IsPointer(use) && use.Call.Declared(use.Argument)?.Find(AttributeNames.Const) is not null ? use.Inside : use.Targets;

    private static bool EndsTooEarly(MemoryOrigin origin, bool returns) =>
        origin.Kind == MemoryKind.Stack ? returns : origin.EndsWithMethod;

    private static string WhyMoved(MemoryOrigin origin) => origin.Kind switch
    {
        MemoryKind.Fixed => "behind the end of the fixed statement that pinned it",
        MemoryKind.Freed => "whose handle has been freed",
        _ => "which nothing pins, so that the garbage collector may move it at any time",
    };

    private static string HowLong(MemoryOrigin origin) => origin.Kind switch
    {
        MemoryKind.Stack => "until the method returns",
        _ => "there until the end of the fixed statement",
    };

    private static string WhyUnlocked(MemoryOrigin origin) => origin.Kind switch
    {
        MemoryKind.Stack => "which is on the stack",
        MemoryKind.Fixed or MemoryKind.Handle or MemoryKind.PinnedArray => "of which pinning keeps the address and not the page",
        MemoryKind.Native => "which is ordinary memory of the process",
        _ => "which is a variable of the process",
    };
}
