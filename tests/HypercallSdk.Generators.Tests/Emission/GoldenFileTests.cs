using System;
using System.IO;
using System.Runtime.CompilerServices;
using HypercallSdk.Generators.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Generators.Tests.Emission;

/// <summary>
/// The emitted text itself, so that a change of it is seen in review. Set HYPERCALL_WRITE_GOLDEN=1 to rewrite the files
/// instead of comparing with them; the next build embeds them.
/// </summary>
public sealed class GoldenFileTests
{
    private const string WriteVariable = "HYPERCALL_WRITE_GOLDEN";

    [Theory]
    [InlineData("hvc", "HypercallSdk.Xen.IMemoryOp.g.cs")]
    [InlineData("hvc", "HypercallSdk.Xen.IGrantTableOp.g.cs")]
    [InlineData("hvc", "HypercallSdk.Xen.IXenVersion.g.cs")]
    [InlineData("hvc", "Hypercall.Conduit.g.cs")]
    [InlineData("hook", "HypercallSdk.Xen.IMemoryOp.g.cs")]
    [InlineData("hook", "HypercallSdk.Xen.IGrantTableOp.g.cs")]
    [InlineData("hook", "Hypercall.Conduit.g.cs")]
    public void The_emitted_text_is_the_one_that_was_reviewed(string conduit, string file)
    {
        string text = Generation.OfXen(conduit).Text(file);
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            string path = Path.Combine(GoldenFolder(), conduit, file + ".txt");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        string? golden = Resource.Find($"golden/{conduit}/{file}.txt");
        Assert.True(golden is not null, $"There is no golden file for {file}; set {WriteVariable}=1 to write it.");
        Assert.Equal(golden, text);
    }

    private static string GoldenFolder([CallerFilePath] string self = "") =>
        Path.Combine(Path.GetDirectoryName(self)!, "..", "Golden");
}
