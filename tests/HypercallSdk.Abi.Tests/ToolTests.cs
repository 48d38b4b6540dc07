using System;
using HypercallSdk.AbiCheck.Toolchain;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>What the tests themselves say when something is not in order.</summary>
public sealed class ToolTests
{
    [Fact]
    public void A_missing_tool_is_answered_with_what_installs_it() => Assert.Contains(
        "run eng/install (Debian's package is gcc-aarch64-linux-gnu)",
        Assert.Throws<InvalidOperationException>(static () => CrossTool.Arm64.Run("no-such-tool")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Headers_that_cannot_be_had_are_answered_with_what_installs_them() => Assert.Contains(
        "eng/install installs what it needs",
        Assert.Throws<InvalidOperationException>(static () => EngScript.Output("xen/fetch", "0.0", "arm64")).Message,
        StringComparison.Ordinal);
}
