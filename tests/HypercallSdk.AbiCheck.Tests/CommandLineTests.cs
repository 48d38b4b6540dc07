using System;
using System.IO;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.AbiCheck.Tests;

/// <summary>What the checker's command line says when it is not in order: one line, and no stack trace.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("'bogus' is not RELEASE=DIR, such as 4.17=/usr/include\n", "--sources", "s", "--support", "s", "--headers", "bogus")]
    [InlineData("usage: --sources DIR --support DIR --headers RELEASE=DIR... [--binding NAME]...\n", "--sources")]
    public void A_malformed_one_is_answered_in_a_line(string expected, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of("dotnet", [Path.Combine(AppContext.BaseDirectory, "HypercallSdk.AbiCheck.dll"), .. arguments]);

        Assert.Equal((2, expected), (run.ExitCode, run.Errors));
    }
}
