using System.Linq;
using HypercallSdk.Analyzers.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Buffers;

/// <summary>The library's calls that copy bytes from one address to another.</summary>
/// <param name="From">What is copied: a variable by its address, by reference or by value.</param>
/// <param name="To">The pointer to where it is copied.</param>
internal readonly record struct CopyCall(IOperation From, IOperation To)
{
    /// <summary>The copy that an invocation makes; null when it makes none.</summary>
    public static CopyCall? Of(IInvocationOperation invocation) =>
        (invocation.TargetMethod.ContainingType.Name, invocation.TargetMethod.Name) switch
        {
            ("Unsafe", "Write" or "WriteUnaligned" or "Copy" or "CopyBlock" or "CopyBlockUnaligned") => Arguments(invocation, from: 1, to: 0),
            ("Buffer", "MemoryCopy") or ("NativeMemory", "Copy") => Arguments(invocation, from: 0, to: 1),
            _ => null,
        };

    private static CopyCall? Arguments(IInvocationOperation invocation, int from, int to) =>
        Argument(invocation, from) is { } source && Argument(invocation, to) is { } target && target.Type is IPointerTypeSymbol
            ? new CopyCall(source, target)
            : null;

    private static IOperation? Argument(IInvocationOperation invocation, int ordinal) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } argument ? Outputs.Unconverted(argument.Value) : null;
}
