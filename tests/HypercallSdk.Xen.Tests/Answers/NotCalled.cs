using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>The operations that the guest does not call; the file says why.</summary>
internal static class NotCalled
{
    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">A line has no reason.</exception>
    public static IReadOnlyList<OperationName> Read() =>
    [
        .. File.ReadAllLines(Repository.PathOf("tests/HypercallSdk.Xen.Tests/Answers/not-called.txt"))
            .Where(static line => !line.StartsWith('#'))
            .Select(static line => line.Split(": ", 2) is [string operation, { Length: > 0 }]
                ? OperationName.Parse(operation)
                : throw new FormatException($"\"{line}\" gives no reason.")),
    ];
}
