using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.Abi.Tests.Toolchain;
using HypercallSdk.Testing;

namespace HypercallSdk.Abi.Tests.Headers;

/// <summary>A C compiler for arm64, on Xen's headers.</summary>
internal static partial class CCompiler
{
    private const string FileName = "assertions.c";

    /// <summary>The headers, in the API of their own release; arch-arm.h comes with them.</summary>
    private const string Includes = """
        #include <stdint.h>
        #define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
        #include <xen/xen.h>
        #include <xen/errno.h>
        #include <xen/features.h>
        #include <xen/grant_table.h>
        #include <xen/memory.h>
        #include <xen/sched.h>
        #include <xen/version.h>

        """;

    /// <summary>Compiles assertions and gives those that the compiler does not confirm.</summary>
    /// <param name="assertions">The assertions.</param>
    /// <param name="definitions">C that the headers lack.</param>
    /// <exception cref="InvalidOperationException">Something other than an assertion does not compile.</exception>
    public static IReadOnlyList<CAssertion> Refuted(IReadOnlyList<CAssertion> assertions, string definitions)
    {
        string prelude = Includes + definitions;
        using TemporaryFolder folder = new();
        string file = folder.Write(FileName, prelude + string.Join('\n', assertions.Select(static assertion => assertion.ToLine())) + '\n');
        ProgramRun run = CrossTool.Arm64.Run(
            "gcc", "-std=gnu11", "-ffreestanding", "-fsyntax-only", "-I", XenHeaders.Release417.Folder, file);
        int firstLine = prelude.Count(static letter => letter == '\n') + 1;
        List<CAssertion> refuted = [];
        foreach (Match error in ErrorLine().Matches(run.Errors))
        {
            int line = int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture);
            if (!error.Groups["file"].Value.EndsWith(FileName, StringComparison.Ordinal) || line < firstLine)
            {
                throw new InvalidOperationException($"The headers and definitions do not compile:\n{run.Errors}");
            }

            refuted.Add(assertions[line - firstLine]);
        }

        return (run.ExitCode == 0) == (refuted.Count == 0)
            ? [.. refuted.Distinct()]
            : throw new InvalidOperationException($"The C compiler ended with {run.ExitCode}:\n{run.Errors}");
    }

    [GeneratedRegex(@"^(?<file>[^:\n]+):(?<line>\d+):\d+: (fatal )?error: ", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
