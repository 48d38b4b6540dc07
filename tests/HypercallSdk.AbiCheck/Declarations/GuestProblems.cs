using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>What the compiler and the analyzers say, as findings.</summary>
internal static class GuestProblems
{
    /// <summary>The problems of one ABI.</summary>
    public static IEnumerable<Finding> Of(DeclaredAbi declared, GuestSources sources) => declared.Problems.Select(problem =>
    {
        FileLinePositionSpan span = problem.Location.GetLineSpan();
        return new Finding(
            problem.Location.SourceTree is null ? string.Empty : sources.NameOf(span.Path),
            $"line {span.StartLinePosition.Line + 1}",
            AbiNames.Of(declared.Abi),
            problem.Id,
            problem.GetMessage(CultureInfo.InvariantCulture));
    });
}
