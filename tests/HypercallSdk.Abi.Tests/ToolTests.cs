using System;
using HypercallSdk.Abi.Tests.Declarations;
using HypercallSdk.Abi.Tests.Headers;
using HypercallSdk.Abi.Tests.Toolchain;
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

    [Fact]
    public void C_that_does_not_compile_is_no_mere_mismatch() => Assert.Contains(
        "The headers and definitions do not compile",
        Assert.Throws<InvalidOperationException>(static () => CCompiler.Refuted([], "struct {\n")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_enum_that_nobody_gave_C_names_is_not_passed_over()
    {
        SourceEdit edit = new("MapSpace.cs", "enum MapSpace", "enum Renamed { A }\ninternal enum MapSpace");

        Assert.Contains(
            "The enum Renamed is declared but not checked",
            Assert.Throws<InvalidOperationException>(() => DeclaredAbi.Of(GuestSources.Xen(edit))).Message,
            StringComparison.Ordinal);
    }
}
